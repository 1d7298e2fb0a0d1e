using System.Globalization;
using System.Text;

namespace Cxf.Jsonata.Functions;

/// <summary>
/// The replacement text of <c>$replace</c>: <c>$0</c> is the match, <c>$1</c> and so on its groups, <c>$$</c> a dollar.
/// </summary>
internal static class ReplacementTemplate
{
    public static string Fill(string template, TextMatch match)
    {
        var filled = new StringBuilder();
        var position = 0;
        for (var dollar = template.IndexOf('$'); dollar >= 0; dollar = template.IndexOf('$', position))
        {
            filled.Append(template, position, dollar - position);
            position = dollar + 1;
            var next = position < template.Length ? template[position] : '\0';
            if (next is '$' or '0')
            {
                filled.Append(next == '$' ? "$" : match.Value);
                position++;
            }
            else
            {
                position += AppendGroup(template.AsSpan(position), match, filled);
            }
        }

        return filled.Append(template, position, template.Length - position).ToString();
    }

    /// <summary>Uses as many digits as the number of groups has, or one fewer if there is no group with that number.</summary>
    private static int AppendGroup(ReadOnlySpan<char> rest, TextMatch match, StringBuilder filled)
    {
        var groups = match.Groups.Count;
        var most = groups == 0 ? 1 : groups.ToString(CultureInfo.InvariantCulture).Length;
        var number = Number(rest, most);
        if (most > 1 && number > groups)
        {
            number = Number(rest, most - 1);
        }

        if (number < 0)
        {
            filled.Append('$');
            return 0;
        }

        if (number > 0 && number <= groups && match.Groups.EnumerateArray().ElementAt(number - 1).TryGetString(out var text))
        {
            filled.Append(text);
        }

        return number.ToString(CultureInfo.InvariantCulture).Length;
    }

    private static int Number(ReadOnlySpan<char> text, int most)
    {
        var digits = 0;
        while (digits < most && digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits == 0 ? -1 : int.Parse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
