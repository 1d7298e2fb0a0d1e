using System.Buffers;

namespace Cxf.Documents.Identifiers;

/// <summary>What tenant, flow and connection ids have in common: they become parts of keys, names and IAM patterns.</summary>
public static class IdentifierRule
{
    /// <summary>The longest identifier, in characters.</summary>
    public const int MaxLength = 64;

    /// <summary>The rule as a sentence's end, for messages: "… must be " + this.</summary>
    public const string Description = "1 to 64 of A-Z a-z 0-9 _ -";

    /// <summary>The rule as a regular expression, for schemas.</summary>
    public const string Pattern = "^[A-Za-z0-9_-]{1,64}$";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    );

    /// <summary>Whether <paramref name="text"/> is an identifier.</summary>
    public static bool IsMet(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxLength && !text.ContainsAnyExcept(Allowed);
}
