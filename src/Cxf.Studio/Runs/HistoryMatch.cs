using Cxf.Flows.Model;
using Cxf.Graphs.Reading;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Studio.Documents;

namespace Cxf.Studio.Runs;

/// <summary>
/// Whether a history is of a flow. A history rarely names its flow: it is the one whose state machine ran, else the one that has
/// its steps, the ways between them and their calls.
/// </summary>
internal static class HistoryMatch
{
    /// <summary>How well a flow fits; 0 if the history is of another one.</summary>
    public static double Score(FlowDocument document, RunHistory history)
    {
        if (document.Reading.Flow is not { } flow)
        {
            return 0;
        }

        var machine = history.Events.Count > 0 ? history.Events[0].Details?["stateMachineVersionArn"]?.ToString() ?? "" : "";
        if (machine.Contains($"-{document.File.Tenant}-{FlowFolder.NameOf(document.File)}-", StringComparison.Ordinal))
        {
            return double.MaxValue;
        }

        var states = document.Compile(flow).States.ToDictionary(state => state.Name, state => state.Step);
        var labels = history.Rows.Select(row => row.Name).Distinct().ToList();
        var known = labels.Count(states.ContainsKey);
        var ways = WaysOf(document);
        var isOf =
            known * 2 > labels.Count
            && history.Rows.All(row =>
                row.Sent is not { } sent || (states.GetValueOrDefault(row.Name) is { } step && Sends(step, sent))
            )
            && history.Rows.All(row =>
                row.Next is not { } next
                || !states.ContainsKey(row.Name)
                || !states.ContainsKey(next)
                || ways.Contains((row.Name, next))
            );

        // Of two flows that have all steps, the one is meant that has fewer others.
        return isOf ? known + (1.0 / (1 + states.Count)) : 0;
    }

    private static HashSet<(string From, string To)> WaysOf(FlowDocument document)
    {
        var graph = FlowGraphReader.Read(document.Source);
        var labels = graph.Nodes.ToDictionary(node => node.Id, node => node.Label);
        return [.. graph.Body.All.SelectMany(scope => scope.Edges).Select(edge => (labels[edge.From], labels[edge.To]))];
    }

    private static bool Sends(FlowStep step, SentCall sent) =>
        step is RestApiStep call
            ? call.Method == sent.Method && sent.Url.StartsWith($"{call.Connection}:", StringComparison.Ordinal)
            : sent.Method == "run";
}
