namespace Cxf.Jsonata;

/// <summary>A set of <see cref="JsonataKind"/>: what a value can be, as far as it is known without evaluating anything.</summary>
[Flags]
public enum JsonataKinds
{
    /// <summary>No value at all: what fails whenever it is evaluated.</summary>
    None = 0,

    /// <summary>Nothing: a missing field, an empty sequence.</summary>
    Undefined = 1 << JsonataKind.Undefined,

    /// <summary><c>null</c>.</summary>
    Null = 1 << JsonataKind.Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 1 << JsonataKind.Boolean,

    /// <summary>A number.</summary>
    Number = 1 << JsonataKind.Number,

    /// <summary>Text.</summary>
    String = 1 << JsonataKind.String,

    /// <summary>An array.</summary>
    Array = 1 << JsonataKind.Array,

    /// <summary>An object.</summary>
    Object = 1 << JsonataKind.Object,

    /// <summary>A function.</summary>
    Function = 1 << JsonataKind.Function,

    /// <summary>A text, a number, true or false.</summary>
    Scalar = Boolean | Number | String,

    /// <summary>Anything.</summary>
    Any = Undefined | Null | Scalar | Array | Object | Function,
}
