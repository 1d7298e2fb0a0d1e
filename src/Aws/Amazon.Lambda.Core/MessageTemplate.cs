using System.Text;

namespace Amazon.Lambda.Core;

/// <summary>
/// A log message with placeholders <c>{Name}</c>, <c>{0}</c>, <c>{@Name}</c> or <c>{Name:format}</c>; <c>{{</c> and <c>}}</c> are
/// braces.
/// </summary>
internal static class MessageTemplate
{
    /// <summary>Fills the placeholders with the arguments in order; a placeholder without an argument stays as written.</summary>
    public static string Fill(string template, object[] args)
    {
        if (args is not { Length: > 0 } || template is null)
        {
            return template;
        }

        var text = new StringBuilder(template.Length + 32);
        var next = 0;
        foreach (var part in Parse(template))
        {
            _ = !part.IsPlace || next >= args.Length ? text.Append(part.Text) : text.Append(Format(args[next++], part.Format));
        }

        return text.ToString();
    }

    /// <summary>The template's literal parts and placeholders, in order.</summary>
    public static IEnumerable<MessagePart> Parse(string template)
    {
        var literal = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            var c = template[at];
            if (c is '{' or '}' && at + 1 < template.Length && template[at + 1] == c)
            {
                literal.Append(c);
                at++;
                continue;
            }

            var end = c == '{' ? template.IndexOf('}', at) : -1;
            if (end < 0)
            {
                literal.Append(c);
                continue;
            }

            if (literal.Length > 0)
            {
                yield return new MessagePart(literal.ToString(), null, null);
                literal.Clear();
            }

            var place = template[(at + 1)..end];
            var colon = place.IndexOf(':');
            yield return new MessagePart(
                template[at..(end + 1)],
                (colon < 0 ? place : place[..colon]).TrimStart('@', '$'),
                colon < 0 ? null : place[(colon + 1)..]
            );
            at = end;
        }

        if (literal.Length > 0)
        {
            yield return new MessagePart(literal.ToString(), null, null);
        }
    }

    /// <summary>One argument as text.</summary>
    public static string Format(object value, string format) =>
        value switch
        {
            null => "null",
            IFormattable formattable => formattable.ToString(format, null),
            byte[] bytes => Convert.ToHexString(bytes),
            _ => value.ToString(),
        };
}
