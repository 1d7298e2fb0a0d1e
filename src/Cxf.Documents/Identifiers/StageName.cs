using System.Diagnostics.CodeAnalysis;

namespace Cxf.Documents.Identifiers;

/// <summary>
/// One deployment of the product (<c>dev</c>, <c>prod</c>): 1 to 12 of <c>a-z 0-9</c>. No hyphen, so that an IAM pattern
/// for one stage cannot match another stage's names.
/// </summary>
public readonly record struct StageName
{
    /// <summary>The longest stage name, in characters.</summary>
    public const int MaxLength = 12;

    private readonly string? _value;

    private StageName(string value) => _value = value;

    /// <summary>The stage's text; empty only in <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a stage name; false when the text breaks the rule.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StageName stage)
    {
        var valid = text is { Length: > 0 and <= MaxLength } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
        stage = valid ? new StageName(text!) : default;
        return valid;
    }

    /// <summary>Reads a stage name that is known to be one.</summary>
    /// <exception cref="FormatException">The text breaks the rule.</exception>
    public static StageName Parse(string text) =>
        TryParse(text, out var stage) ? stage : throw new FormatException("A stage must be 1 to 12 of a-z 0-9.");

    /// <inheritdoc />
    public override string ToString() => Value;
}
