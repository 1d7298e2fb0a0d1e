namespace Cxf.Jsonata.Values;

/// <summary>Says how the other fields of a <see cref="JsonataValue"/> are to be read.</summary>
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

    /// <summary>A variable's place before anything was bound to it; never seen by an expression.</summary>
    public static readonly ValueTag Unbound = new(JsonataKind.Undefined);

    /// <summary>The call in tail position that the invoking loop is to make; never seen by an expression.</summary>
    public static readonly ValueTag TailCall = new(JsonataKind.Undefined);

    private ValueTag(JsonataKind kind)
        : base(kind)
    {
    }
}
