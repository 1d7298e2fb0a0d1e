using System.Diagnostics.CodeAnalysis;
using Cxf.Documents.Identifiers;

namespace Cxf.Flows.Model;

/// <summary>A flow of one tenant; unique within the tenant. Its text follows <see cref="IdentifierRule"/>.</summary>
public readonly record struct FlowId
{
    private readonly string? _value;

    private FlowId(string value) => _value = value;

    /// <summary>The identifier's text; empty only in <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads an identifier; false when the text breaks the rule.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FlowId id)
    {
        var valid = IdentifierRule.IsMet(text);
        id = valid ? new FlowId(text!) : default;
        return valid;
    }

    /// <summary>Reads an identifier that is known to be one.</summary>
    /// <exception cref="FormatException">The text breaks the rule.</exception>
    public static FlowId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"A flow id must be {IdentifierRule.Description}.");

    /// <inheritdoc />
    public override string ToString() => Value;
}
