using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// A reference to a value of the call, such as <c>$.External.status</c> or <c>$.Attributes['order number']</c>:
/// the part of JSONPath that contact flows use.
/// </summary>
internal static class Reference
{
    /// <summary>Namespaces that are objects: a reference to one of them needs a name after it.</summary>
    private static readonly string[] Namespaces =
    [
        "AdditionalEmailRecipients",
        "Agent",
        "Attributes",
        "Capabilities",
        "Case",
        "Customer",
        "DataTableList",
        "DataTables",
        "CustomerEndpoint",
        "Email",
        "External",
        "FlowAttributes",
        "LambdaInvocation",
        "Lex",
        "Loop",
        "Media",
        "MediaStreams",
        "Metrics",
        "Modules",
        "Queue",
        "References",
        "SegmentAttributes",
        "SystemEndpoint",
        "Tags",
        "Task",
        "Views",
        "Wisdom",
    ];

    /// <summary>Whether the whole text is one reference.</summary>
    public static bool Is(string text) =>
        TryRead(Bare(text), 0, out var path, out var length) && length == Bare(text).Length && path.Count > 0;

    /// <summary>Whether the text is a reference that ends in a value, not in a namespace.</summary>
    public static bool HasLeaf(string text) =>
        TryRead(Bare(text), 0, out var path, out var length)
        && length == Bare(text).Length
        && (path.Count > 1 || !Namespaces.Contains(path[0]));

    /// <summary>The names of a reference that is the whole text; empty when the text is not a reference.</summary>
    public static IReadOnlyList<string> Path(string text) => Is(text) && TryRead(Bare(text), 0, out var path, out _) ? path : [];

    /// <summary>The references inside a text, in order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> All(string text)
    {
        var all = new List<IReadOnlyList<string>>();
        Replace(
            text,
            path =>
            {
                all.Add(path);
                return "";
            }
        );
        return all;
    }

    /// <summary>A reference as it is written.</summary>
    public static string Text(IReadOnlyList<string> path) =>
        "$"
        + string.Concat(
            path.Select(name => name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-') ? "." + name : $"['{name}']")
        );

    /// <summary>Whether the value is made by Amazon Connect, of letters and digits: it never holds &amp; or &lt;.</summary>
    public static bool IsPlain(IReadOnlyList<string> path) =>
        path switch
        {
            [
                "AwsRegion"
                or "Channel"
                or "ContactId"
                or "InitialContactId"
                or "InitiationMethod"
                or "InstanceARN"
                or "LanguageCode"
                or "PreviousContactId"
                or "StoredCustomerInput"
                or "TextToSpeechVoice"
                or "TextToSpeechVoiceId",
            ]
            or ["CustomerEndpoint" or "SystemEndpoint", "Address" or "Type"]
            or ["LambdaInvocation", "InvocationId"]
            or ["Lex", "IntentName" or "IntentConfidence" or "DialogState", ..]
            or ["Loop", _, "Index"]
            or ["Queue", "ARN"] => true,
            ["Metrics", .., var last] => last != "Name",
            _ => false,
        };

    /// <summary>Replaces every reference inside a text.</summary>
    public static string Replace(string text, Func<IReadOnlyList<string>, string> value)
    {
        if (!text.Contains('$'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            if (TryReadQuoted(text, at, out var path, out var length) || TryRead(text, at, out path, out length))
            {
                result.Append(value(path));
                at += length;
            }
            else
            {
                result.Append(text[at++]);
            }
        }

        return result.ToString();
    }

    /// <summary>The administrator guide puts a reference to an element of a list between backticks.</summary>
    private static string Bare(string text) => text is ['`', _, .., '`'] ? text[1..^1] : text;

    private static bool TryReadQuoted(string text, int start, [NotNullWhen(true)] out IReadOnlyList<string>? path, out int length)
    {
        path = null;
        length = 0;
        if (text[start] != '`' || !TryRead(text, start + 1, out path, out var inner))
        {
            return false;
        }

        length = inner + 2;
        return start + inner + 1 < text.Length && text[start + inner + 1] == '`';
    }

    private static bool TryRead(string text, int start, [NotNullWhen(true)] out IReadOnlyList<string>? path, out int length)
    {
        var names = new List<string>();
        path = names;
        length = 0;
        if (start >= text.Length || text[start] != '$')
        {
            return false;
        }

        var at = start + 1;
        while (NextName(text, ref at) is { } name)
        {
            names.Add(name);
        }

        // "$[5]" is no reference: the first name is a namespace.
        length = at - start;
        return names.Count > 0 && !char.IsAsciiDigit(names[0].FirstOrDefault());
    }

    private static string? NextName(string text, ref int at)
    {
        if (at < text.Length && text[at] == '.' && IsNamePart(text, at + 1))
        {
            var start = at + 1;
            var end = start;
            // A hyphen belongs to a name only between its parts: "$.External.id-" ends before the hyphen.
            while (IsNamePart(text, end) || (end < text.Length && text[end] == '-' && IsNamePart(text, end + 1)))
            {
                end++;
            }

            at = end;
            return text[start..end];
        }

        // Some write a dot before the bracket.
        var bracket = at < text.Length && text[at] == '.' ? at + 1 : at;
        return bracket < text.Length && text[bracket] == '[' ? InBrackets(text, bracket + 1, ref at) : null;
    }

    // A name in quotes, or an index of a list.
    private static string? InBrackets(string text, int start, ref int at)
    {
        if (start < text.Length && (text[start] is '\'' or '"'))
        {
            var close = text.IndexOf(text[start] + "]", start + 1, StringComparison.Ordinal);
            if (close < 0)
            {
                return null;
            }

            at = close + 2;
            return text[(start + 1)..close];
        }

        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end == start || end == text.Length || text[end] != ']')
        {
            return null;
        }

        at = end + 1;
        return text[start..end];
    }

    private static bool IsNamePart(string text, int at) =>
        at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
