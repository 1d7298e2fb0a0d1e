using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Compiling;
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
                Check(flow, path, path.Text, start: 0, isWhole: true);
            }

            var from = 0;
            foreach (var part in path.Compiled?.TextParts ?? [])
            {
                // A part with escapes is written otherwise than it reads.
                var start = path.Text.IndexOf(part, from, StringComparison.Ordinal);
                Check(flow, path, part, start, isWhole: false);
                from = start < 0 ? from : start + part.Length;
            }
        }
    }

    private void Check(CheckedFlow flow, FlowExpression path, string part, int start, bool isWhole)
    {
        if (part.IndexOfAny(['?', '#']) is not (var mark and >= 0))
        {
            return;
        }

        ReportInText(
            flow,
            path.Pointer,
            start < 0 ? 0 : start + mark,
            part[mark] == '?'
                ? "The path contains a query: everything from ? on."
                : "The path contains #, which no server would see.",
            part[mark] == '#' ? "Remove it, or write %23 if it is part of a name."
                : isWhole && Query(part[(mark + 1)..]) is { } query ? $"Write \"path\": \"{part[..mark]}\", \"query\": {query}."
                : "Remove it from the path, and write \"query\": { \"name\": \"value\" }."
        );
    }

    // The members of "query"; null for what is not name=value, or has a name twice.
    private static string? Query(string text)
    {
        var pairs = text.Split('#')[0].Split('&').Select(pair => pair.Split('=', 2)).ToList();
        return pairs.TrueForAll(pair => pair is [not "", _]) && pairs.DistinctBy(pair => pair[0]).Count() == pairs.Count
            ? $"{{ {string.Join(", ", pairs.Select(pair => $"{Quoted(pair[0])}: {Quoted(pair[1])}"))} }}"
            : null;

        static string Quoted(string encoded) => JsonataText.Literal(Uri.UnescapeDataString(encoded.Replace('+', ' ')));
    }
}
