using System.Text;

namespace Cxf.Flows.Contracts;

/// <summary>
/// JSON Schema's patterns are ECMA-262's (2020-12 validation, section 6.3.3). Where .NET reads the same text otherwise, it is
/// rewritten: <c>$</c> is the very end and not also before a last line feed, and <c>\d</c>, <c>\w</c> mean ASCII only.
/// </summary>
internal static class EcmaPattern
{
    public static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 8);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                result.Append(Escape(pattern[++i], inClass));
                continue;
            }

            inClass = c == '[' || (inClass && c != ']');
            result.Append(c == '$' && !inClass ? @"\z" : c.ToString());
        }

        return result.ToString();
    }

    private static string Escape(char escaped, bool inClass) =>
        (escaped, inClass) switch
        {
            ('d', true) => "0-9",
            ('d', false) => "[0-9]",
            ('D', false) => "[^0-9]",
            ('w', true) => "A-Za-z0-9_",
            ('w', false) => "[A-Za-z0-9_]",
            ('W', false) => "[^A-Za-z0-9_]",
            _ => $@"\{escaped}",
        };
}
