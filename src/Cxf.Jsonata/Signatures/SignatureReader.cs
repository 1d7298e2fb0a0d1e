using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.Signatures;

/// <summary>Reads the text of a signature.</summary>
internal static class SignatureReader
{
    private const string AnyValue = "asnblfom";

    public static SignatureParameter[] Read(string text, int position)
    {
        var parameters = new List<SignatureParameter>();
        for (var at = 1; at < text.Length && text[at] != ':'; at++)
        {
            var last = parameters.Count > 0 ? parameters[^1] : null;
            switch (text[at])
            {
                case 's' or 'n' or 'b' or 'l' or 'o':
                    parameters.Add(new SignatureParameter(text[at], $"{text[at]}m"));
                    break;
                case 'a' or 'x':
                    parameters.Add(new SignatureParameter(text[at], AnyValue));
                    break;
                case 'f':
                    parameters.Add(new SignatureParameter('f', "f"));
                    break;
                case 'j':
                    parameters.Add(new SignatureParameter('j', "asnblom"));
                    break;
                case '-' when last is not null:
                    last.UsesContext = last.IsOptional = true;
                    break;
                case '?' when last is not null:
                    last.IsOptional = true;
                    break;
                case '+' when last is not null:
                    last.IsRepeated = true;
                    break;
                case '(':
                    parameters.Add(Choice(text, ref at, position));
                    break;
                case '<':
                    Subtype(text, ref at, position, last);
                    break;
                default:
                    break;
            }
        }

        return [.. parameters];
    }

    private static SignatureParameter Choice(string text, ref int at, int position)
    {
        var start = at;
        at = Closing(text, at, '(', ')');
        var choice = text[(start + 1)..Math.Min(at, text.Length)];
        return choice.Contains('<')
            ? throw Errors.Syntax("S0402", position + start, value: choice)
            : new SignatureParameter('(', choice + "m");
    }

    private static void Subtype(string text, ref int at, int position, SignatureParameter? last)
    {
        if (last is not { Type: 'a' or 'f' })
        {
            throw Errors.Syntax("S0401", position + at, value: last?.Type.ToString());
        }

        var start = at;
        at = Closing(text, at, '<', '>');
        last.Subtype = text[(start + 1)..Math.Min(at, text.Length)] is { Length: > 0 } subtype ? subtype : null;
    }

    private static int Closing(string text, int open, char opening, char closing)
    {
        var depth = 1;
        for (var at = open + 1; at < text.Length; at++)
        {
            if (text[at] == opening)
            {
                depth++;
            }
            else if (text[at] == closing && --depth == 0)
            {
                return at;
            }
        }

        return text.Length;
    }
}
