using System.Text.Json;
using Cxf.Jsonata;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>A value of the definition with its location.</summary>
internal sealed class Node(JsonElement value, string path, ReadingContext context)
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

    /// <summary>The objects in a member that is an array; none where it is missing or of another type.</summary>
    public IEnumerable<Node> Objects(string name)
    {
        if (Member(name) is not { IsArray: true } entries)
        {
            yield break;
        }

        foreach (var entry in entries.Items())
        {
            if (entry.IsObject)
            {
                yield return entry;
            }
        }
    }

    public void Error(string message, string code = DiagnosticCodes.Schema) => Context.Error(Path, message, code);

    /// <summary>Whether the value is of a kind; reports it if it is not.</summary>
    public bool Expect(JsonValueKind kind)
    {
        if (Value.ValueKind == kind || (kind == JsonValueKind.True && Value.ValueKind == JsonValueKind.False))
        {
            return true;
        }

        Error($"Expected value of type {(kind == JsonValueKind.True ? "Boolean" : kind)}");
        return false;
    }

    /// <summary>An optional member that must be a string.</summary>
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

/// <summary>
/// What is collected while a definition is read: diagnostics, and names that must be unique in the whole machine.
/// </summary>
internal sealed class ReadingContext(StateMachineType type, JsonataOptions expressions)
{
    private readonly List<DefinitionDiagnostic> _diagnostics = [];

    public StateMachineType Type { get; } = type;

    /// <summary>How expressions are compiled: Step Functions' dialect and the engine's clock.</summary>
    public JsonataOptions Expressions { get; } = expressions;

    public QueryLanguage MachineLanguage { get; set; }

    public VariableScopes Variables { get; } = new();

    /// <summary>The variables that the states read.</summary>
    public VariableReferences References { get; } = new();

    public HashSet<string> StateNames { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<DefinitionDiagnostic> Diagnostics => _diagnostics;

    public bool HasErrors => _diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public void Error(string? location, string message, string code = DiagnosticCodes.Schema) =>
        _diagnostics.Add(new DefinitionDiagnostic(DiagnosticSeverity.Error, code, message, location));
}
