using System.Diagnostics.CodeAnalysis;

namespace Cxf.Documents.Identifiers;

/// <summary>
/// A tenant's connection to one third-party platform; unique within the tenant. Its text follows <see cref="IdentifierRule"/>.
/// </summary>
public readonly record struct ConnectionId
{
    private readonly string? _value;

    private ConnectionId(string value) => _value = value;

    /// <summary>The identifier's text; empty only in <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads an identifier; false when the text breaks the rule.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ConnectionId id)
    {
        var valid = IdentifierRule.IsMet(text);
        id = valid ? new ConnectionId(text!) : default;
        return valid;
    }

    /// <summary>Reads an identifier that is known to be one.</summary>
    /// <exception cref="FormatException">The text breaks the rule.</exception>
    public static ConnectionId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"A connection id must be {IdentifierRule.Description}.");

    /// <inheritdoc />
    public override string ToString() => Value;
}
