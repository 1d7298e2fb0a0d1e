namespace Cxf.Jsonata.Values;

/// <summary>JSONata tells arrays that are data from sequences that are results; these are the differences.</summary>
[Flags]
internal enum ArrayTraits : byte
{
    None = 0,

    /// <summary>A result sequence: one value stands for itself, none is undefined.</summary>
    Sequence = 1,

    /// <summary>A sequence that stays an array even with one value, because of <c>[]</c> in the expression.</summary>
    KeepSingleton = 2,

    /// <summary>Made by an array constructor at an end of a path: a step does not flatten it.</summary>
    Constructed = 4,

    /// <summary>The sequence around an input that is itself an array; <c>$</c> sees through it.</summary>
    OuterWrapper = 8,
}
