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

    /// <summary>Text.</summary>
    String,

    /// <summary>An array, or a sequence of more than one value.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A function: a lambda, a built-in, a regular expression.</summary>
    Function,
}
