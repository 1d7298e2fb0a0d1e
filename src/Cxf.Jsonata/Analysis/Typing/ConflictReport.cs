namespace Cxf.Jsonata.Analysis.Typing;

/// <summary>Collects the conflicts that type inference finds.</summary>
internal sealed class ConflictReport
{
    /// <summary>Further conflicts of the same expression are not reported.</summary>
    private const int MaxConflicts = 200;

    private readonly List<JsonataConflict> _conflicts = [];

    public IReadOnlyList<JsonataConflict> InOrder()
    {
        _conflicts.Sort((left, right) => left.Position.CompareTo(right.Position));
        return _conflicts;
    }

    /// <summary>
    /// Reports a value that, where there is one, is never of the required kind. What is always undefined is accepted, as JSONata
    /// accepts it.
    /// </summary>
    public bool Expect(JsonataShape shape, JsonataKinds needed, int position, string need)
    {
        var possible = shape.CanBe(needed) || (shape.Kinds & ~JsonataKinds.Undefined) == JsonataKinds.None;
        if (!possible)
        {
            Add(JsonataConflictKind.AlwaysFails, position, $"{need}, but this is always {KindNames.Of(shape.Kinds)}.");
        }

        return possible;
    }

    public void Add(JsonataConflictKind kind, int position, string message)
    {
        if (_conflicts.Count < MaxConflicts)
        {
            _conflicts.Add(new JsonataConflict(kind, position, message));
        }
    }
}

/// <summary>The names of kinds in messages.</summary>
internal static class KindNames
{
    private static readonly (JsonataKinds Kind, string Names)[] Names =
    [
        (JsonataKinds.Null, "null"),
        (JsonataKinds.Boolean, "true or false"),
        (JsonataKinds.Number, "a number"),
        (JsonataKinds.String, "text"),
        (JsonataKinds.Array, "an array"),
        (JsonataKinds.Object, "an object"),
        (JsonataKinds.Function, "a function"),
        (JsonataKinds.Undefined, "nothing"),
    ];

    public static string Of(JsonataKinds kinds) =>
        string.Join(" or ", Names.Where(word => (kinds & word.Kind) != 0).Select(word => word.Names));
}
