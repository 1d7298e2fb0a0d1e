namespace Cxf.Jsonata.Values;

/// <summary>
/// The reference of a <see cref="JsonataValue"/> that is not a string: a tag for values without an object of their own, or an
/// array, object or function. The kind is a field, so that reading it needs no virtual call.
/// </summary>
internal abstract class HeapValue(JsonataKind kind)
{
    /// <summary>The kind of every value that points here.</summary>
    public readonly JsonataKind Kind = kind;
}

/// <summary>Determines how the other fields of a <see cref="JsonataValue"/> are read.</summary>
internal sealed class ValueTag : HeapValue
{
    public static readonly ValueTag Null = new(JsonataKind.Null);
    public static readonly ValueTag True = new(JsonataKind.Boolean);
    public static readonly ValueTag False = new(JsonataKind.Boolean);
    public static readonly ValueTag Number = new(JsonataKind.Number);

    /// <summary>The string, array or object is the <see cref="System.Text.Json.JsonElement"/> itself.</summary>
    public static readonly ValueTag ElementString = new(JsonataKind.String);
    public static readonly ValueTag ElementArray = new(JsonataKind.Array);
    public static readonly ValueTag ElementObject = new(JsonataKind.Object);

    /// <summary>The slot of an unbound variable; never visible to an expression.</summary>
    public static readonly ValueTag Unbound = new(JsonataKind.Undefined);

    /// <summary>A call in tail position that the calling loop makes; never visible to an expression.</summary>
    public static readonly ValueTag TailCall = new(JsonataKind.Undefined);

    private ValueTag(JsonataKind kind)
        : base(kind) { }
}
