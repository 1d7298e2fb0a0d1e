using System.Globalization;
using System.Text;

namespace Cxf.Local.Replays;

/// <summary>
/// Texts that take the place of personal ones. They have the shape of the original, so that a contract and a flow take them, and
/// nothing else of it: what cannot be seen from the shape cannot be found out.
/// </summary>
internal static class MadeUpText
{
    /// <summary>An address of the domain that is reserved for examples (RFC 2606).</summary>
    public static string EmailAddress(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"person{number + 1}@example.com");

    /// <summary>A text with other letters and digits.</summary>
    /// <param name="original">The text whose shape is taken.</param>
    /// <param name="number">Gives another text for each number.</param>
    public static string OfShape(string original, int number)
    {
        var made = new StringBuilder(original.Length);
        var hasDigit = false;
        foreach (var (index, rune) in original.EnumerateRunes().Index())
        {
            var next = (number * 7) + (index * 11) + (index * index);
            if (Rune.IsDigit(rune))
            {
                // A number does not begin with 0.
                made.Append((char)(hasDigit ? '0' + (next % 10) : '1' + (next % 9)));
                hasDigit = true;
            }
            else if (Rune.IsLetter(rune))
            {
                made.Append((char)((Rune.IsUpper(rune) ? 'A' : 'a') + (next % 26)));
            }
            else
            {
                made.Append(rune);
            }
        }

        return made.ToString();
    }

    /// <summary>The same text with the capital letters of another one of its length.</summary>
    public static string WithCaseOf(string text, string other) =>
        text.Length != other.Length
            ? text
            : string.Concat(
                text.Select(
                    (letter, index) =>
                        char.IsUpper(other[index]) ? char.ToUpperInvariant(letter)
                        : char.IsLower(other[index]) ? char.ToLowerInvariant(letter)
                        : letter
                )
            );
}
