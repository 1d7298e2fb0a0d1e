using System.Text;

namespace Cxf.Jsonata.Parsing;

/// <summary>Finds the text of a function's signature.</summary>
internal static class SignatureText
{
    /// <summary>
    /// The signature that starts at <paramref name="start"/>, without white space; null if the function's body or the end of the
    /// text comes first.
    /// </summary>
    public static string? Read(string text, int start, out int end)
    {
        var signature = new StringBuilder();
        var depth = 0;
        for (end = start; end < text.Length && text[end] != '{'; end++)
        {
            if (Characters.IsBlank(text[end]))
            {
                continue;
            }

            signature.Append(text[end]);
            depth += text[end] switch
            {
                '<' => 1,
                '>' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                end++;
                return signature.ToString();
            }
        }

        return null;
    }
}
