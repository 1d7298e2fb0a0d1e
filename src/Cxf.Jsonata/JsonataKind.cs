namespace Cxf.Jsonata;

/// <summary>What a <see cref="JsonataValue"/> holds.</summary>
public enum JsonataKind : byte
{
    /// <summary>Nothing: a missing field, an empty sequence. Not the same as <see cref="Null"/>.</summary>
    Undefined,

    /// <summary>The JSON value <c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A double-precision number, as in JavaScript.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>An array, or a sequence of more than one value.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A function: a lambda, a built-in, a regular expression.</summary>
    Function,
}

/// <summary>
/// A set of <see cref="JsonataKind"/>: the kinds that a value can have, as far as this is known without evaluation.
/// </summary>
[Flags]
public enum JsonataKinds
{
    /// <summary>No value at all: the evaluation always fails.</summary>
    None = 0,

    /// <summary>Nothing: a missing field, an empty sequence.</summary>
    Undefined = 1 << JsonataKind.Undefined,

    /// <summary><c>null</c>.</summary>
    Null = 1 << JsonataKind.Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 1 << JsonataKind.Boolean,

    /// <summary>A number.</summary>
    Number = 1 << JsonataKind.Number,

    /// <summary>A string.</summary>
    String = 1 << JsonataKind.String,

    /// <summary>An array.</summary>
    Array = 1 << JsonataKind.Array,

    /// <summary>An object.</summary>
    Object = 1 << JsonataKind.Object,

    /// <summary>A function.</summary>
    Function = 1 << JsonataKind.Function,

    /// <summary>A string, a number, true or false.</summary>
    Scalar = Boolean | Number | String,

    /// <summary>Anything.</summary>
    Any = Undefined | Null | Scalar | Array | Object | Function,
}
