using System.Collections.Frozen;

namespace Cxf.Jsonata;

/// <summary>
/// What is known about a value without evaluation: the kinds that it can have, and its content if it is an object or an array.
/// </summary>
/// <param name="Kinds">The kinds that the value can have.</param>
public sealed record JsonataShape(JsonataKinds Kinds)
{
    /// <summary>How many fields two shapes may have together when they are joined.</summary>
    private const int MaxFields = 256;

    /// <summary>A value about which nothing is known.</summary>
    public static JsonataShape Any { get; } = new(JsonataKinds.Any);

    /// <summary>No value: undefined.</summary>
    public static JsonataShape Undefined { get; } = new(JsonataKinds.Undefined);

    /// <summary>True or false.</summary>
    public static JsonataShape Boolean { get; } = new(JsonataKinds.Boolean);

    /// <summary>A number.</summary>
    public static JsonataShape Number { get; } = new(JsonataKinds.Number);

    /// <summary>A string.</summary>
    public static JsonataShape Text { get; } = new(JsonataKinds.String);

    /// <summary>Null.</summary>
    public static JsonataShape Null { get; } = new(JsonataKinds.Null);

    /// <summary>An object about which nothing is known.</summary>
    public static JsonataShape SomeObject { get; } = new(JsonataKinds.Object);

    /// <summary>An array about which nothing is known.</summary>
    public static JsonataShape SomeArray { get; } = new(JsonataKinds.Array);

    /// <summary>The known fields of the object that the value may be.</summary>
    public IReadOnlyDictionary<string, JsonataShape> Fields { get; init; } = FrozenDictionary<string, JsonataShape>.Empty;

    /// <summary>Whether the object may have fields that are not in <see cref="Fields"/>. Default: true.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>
    /// Whether <see cref="Fields"/> are all that the object is documented to have, although it is open. Default: false.
    /// </summary>
    public bool IsDocumented { get; init; }

    /// <summary>The items of the array that the value may be; null if nothing is known about them.</summary>
    public JsonataShape? Items { get; init; }

    /// <summary>An object with these fields and no others.</summary>
    public static JsonataShape Closed(IReadOnlyDictionary<string, JsonataShape> fields) =>
        new(JsonataKinds.Object) { Fields = fields, IsOpen = false };

    /// <summary>Whether the value can have one of these kinds.</summary>
    public bool CanBe(JsonataKinds kinds) => (Kinds & kinds) != 0;

    /// <summary>This shape, or one of these kinds.</summary>
    public JsonataShape OrBe(JsonataKinds kinds) => (Kinds | kinds) == Kinds ? this : this with { Kinds = Kinds | kinds };

    /// <summary>
    /// A value that has this shape or the other. Of objects with many fields, at any depth, the result says only that they are
    /// objects: shapes share their parts, so even two short expressions can have shapes that would be endless when written out.
    /// </summary>
    public JsonataShape Or(JsonataShape other)
    {
        var fields = MaxFields;
        return Or(other, ref fields);
    }

    private JsonataShape Or(JsonataShape other, ref int left)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        var kinds = Kinds | other.Kinds;
        if (!CanBe(JsonataKinds.Object | JsonataKinds.Array))
        {
            return kinds == other.Kinds ? other : other with { Kinds = kinds };
        }

        if (!other.CanBe(JsonataKinds.Object | JsonataKinds.Array))
        {
            return kinds == Kinds ? this : this with { Kinds = kinds };
        }

        left -= 1 + Fields.Count + other.Fields.Count;
        if (left < 0)
        {
            return new JsonataShape(kinds);
        }

        var fields = CommonFields(other, ref left);
        return new JsonataShape(kinds)
        {
            Fields = fields,
            IsOpen = MayHaveMore || other.MayHaveMore,
            IsDocumented = fields.Count > 0 && (IsDocumented || !MayHaveMore) && (other.IsDocumented || !other.MayHaveMore),
            Items =
                !CanBe(JsonataKinds.Array) ? other.Items
                : !other.CanBe(JsonataKinds.Array) ? Items
                : Items is { } mine && other.Items is { } theirs ? mine.Or(theirs, ref left)
                : null,
        };
    }

    /// <summary>The shape of a field of this object; undefined if it does not exist.</summary>
    public JsonataShape Field(string name) =>
        !CanBe(JsonataKinds.Object) ? Undefined
        : Fields.TryGetValue(name, out var field) ? field
        : IsOpen ? Any
        : Undefined;

    private bool MayHaveMore => CanBe(JsonataKinds.Object) && IsOpen;

    private IReadOnlyDictionary<string, JsonataShape> CommonFields(JsonataShape other, ref int left)
    {
        // Joined with an object of which nothing is known, any field can be anything, so no field is known any more.
        if ((MayHaveMore && Fields.Count == 0) || (other.MayHaveMore && other.Fields.Count == 0))
        {
            return FrozenDictionary<string, JsonataShape>.Empty;
        }

        var fields = new Dictionary<string, JsonataShape>();
        foreach (var name in Fields.Keys.Union(other.Fields.Keys))
        {
            var mine = CanBe(JsonataKinds.Object) ? Field(name) : other.Field(name);
            var theirs = other.CanBe(JsonataKinds.Object) ? other.Field(name) : Field(name);
            fields[name] = mine.Or(theirs, ref left);
        }

        return fields;
    }
}
