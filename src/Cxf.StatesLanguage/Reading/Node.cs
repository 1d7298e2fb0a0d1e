using System.Text.Json;

namespace Cxf.StatesLanguage.Reading;

/// <summary>A value of the definition with its place, and the questions that readers ask about its members.</summary>
internal readonly struct Node(JsonElement value, string path, ReadingContext context)
{
    public JsonElement Value { get; } = value;

    /// <summary>Path of names from the root; the root itself is <c>/</c>.</summary>
    public string Path { get; } = path;

    public ReadingContext Context { get; } = context;

    public bool IsObject => Value.ValueKind == JsonValueKind.Object;

    public bool IsArray => Value.ValueKind == JsonValueKind.Array;

    public bool IsString => Value.ValueKind == JsonValueKind.String;

    public string Text => Value.GetString()!;

    public bool Has(string name) => Value.TryGetProperty(name, out _);

    public Node? Member(string name) => Value.TryGetProperty(name, out var member) ? Child(member, name) : null;

    public Node Child(JsonElement child, string name) => new(child, Path == "/" ? $"/{name}" : $"{Path}/{name}", Context);

    public IEnumerable<(string Name, Node Node)> Members()
    {
        foreach (var member in Value.EnumerateObject())
        {
            yield return (member.Name, Child(member.Value, member.Name));
        }
    }

    public IEnumerable<Node> Items()
    {
        var index = 0;
        foreach (var item in Value.EnumerateArray())
        {
            yield return new Node(item, $"{Path}[{index++}]", Context);
        }
    }

    public void Error(string message, string code = DiagnosticCodes.Schema) => Context.Error(Path, message, code);

    /// <summary>Says so when the value is not of a kind; true when it is.</summary>
    public bool Expect(JsonValueKind kind)
    {
        if (Value.ValueKind == kind || (kind == JsonValueKind.True && Value.ValueKind == JsonValueKind.False))
        {
            return true;
        }

        Error($"Expected value of type {(kind == JsonValueKind.True ? "Boolean" : kind)}");
        return false;
    }

    /// <summary>A member that must be a text where it is there.</summary>
    public string? OptionalText(string name) =>
        Member(name) is { } member && member.Expect(JsonValueKind.String) ? member.Text : null;

    /// <summary>Reports the members that are required and missing.</summary>
    public bool Require(params ReadOnlySpan<string> names)
    {
        var missing = new List<string>();
        foreach (var name in names)
        {
            if (!Has(name))
            {
                missing.Add(name);
            }
        }

        if (missing.Count > 0)
        {
            Error($"These fields are required: [{string.Join(", ", missing)}]");
        }

        return missing.Count == 0;
    }
}
