using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>The path of a call is only a path.</summary>
internal sealed class PathQuery()
    : FlowRule(
        FlowCodes.PathQuery,
        DiagnosticSeverity.Error,
        "A query or a fragment in the path of a call.",
        "CallApi refuses such a path (ApiMisconfigured): \"query\" encodes values, a path does not."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (
            var path in flow.Expressions.Where(expression =>
                expression.Step is RestApiStep && expression.Pointer == expression.Step.Pointer + "/path"
            )
        )
        {
            if (path.Compiled is null && !ExpressionText.LooksLikeExpression(path.Text))
            {
                Check(flow, path, path.Text, isWhole: true);
            }

            foreach (var part in path.Compiled?.TextParts ?? [])
            {
                Check(flow, path, part, isWhole: false);
            }
        }
    }

    private void Check(CheckedFlow flow, FlowExpression path, string part, bool isWhole)
    {
        if (part.IndexOfAny(['?', '#']) is not (var mark and >= 0))
        {
            return;
        }

        // In an expression the part is a text between quotes, with its escapes.
        var start = isWhole ? 0 : Math.Max(0, path.Text.IndexOf(part, StringComparison.Ordinal));
        ReportInText(
            flow,
            path.Pointer,
            start + mark,
            part[mark] == '?'
                ? "The path contains a query: everything from ? on."
                : "The path contains #, which no server would see.",
            part[mark] == '#' ? "Remove it, or write %23 if it is part of a name."
                : isWhole && Query(part[(mark + 1)..]) is { } query ? $"Write \"path\": \"{part[..mark]}\", \"query\": {query}."
                : "Remove it from the path, and write \"query\": { \"name\": \"value\" }."
        );
    }

    // The members of "query"; null for what is not name=value.
    private static string? Query(string text)
    {
        var pairs = text.Split('#')[0].Split('&').Select(pair => pair.Split('=', 2)).ToList();
        return pairs.TrueForAll(pair => pair.Length == 2 && pair[0].Length > 0)
            ? $"{{ {string.Join(", ", pairs.Select(pair => $"{Quoted(pair[0])}: {Quoted(pair[1])}"))} }}"
            : null;

        static string Quoted(string encoded) => $"\"{Uri.UnescapeDataString(encoded)}\"";
    }
}
