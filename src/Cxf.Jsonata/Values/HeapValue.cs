namespace Cxf.Jsonata.Values;

/// <summary>
/// What a <see cref="JsonataValue"/> points to when it is not a string: a tag for values that need no object of their own,
/// or an array, object or function. The kind is a field, so that reading it needs no virtual call.
/// </summary>
internal abstract class HeapValue(JsonataKind kind)
{
    /// <summary>The kind of every value that points here.</summary>
    public readonly JsonataKind Kind = kind;
}
