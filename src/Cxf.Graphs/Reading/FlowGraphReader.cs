using System.Text.Json;
using Cxf.Documents;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Reading;

/// <summary>
/// Makes the graph of a flow document. It reads the document itself and not the checked flow, because a picture is needed most
/// while a document has mistakes: whatever is readable is in the graph.
/// </summary>
public static class FlowGraphReader
{
    private const string Any = "any";

    /// <summary>The graph of a document. Text that is not JSON, or not an object, has a graph without steps.</summary>
    public static Graph Read(JsonSource source) => Read(source.Root);

    /// <summary>The graph of a document that was parsed.</summary>
    public static Graph Read(JsonElement flow) =>
        new(flow.Text("flowId") ?? "flow", flow.Text("description") ?? "", Scope(flow, "", JsonPointer.Root, isBody: false));

    private static GraphScope Scope(JsonElement holder, string title, string pointer, bool isBody)
    {
        var builder = new ScopeBuilder(pointer);
        var steps = holder.Get("steps").DistinctMembers().ToList();
        var undoing = steps.Select(step => step.Value.Text("undo")).OfType<string>().ToHashSet();
        var ends = new List<string>();
        foreach (var step in steps)
        {
            var at = JsonPointer.Append(JsonPointer.Append(pointer, "steps"), step.Name);
            builder.Add(Node(step, at));
            Connect(builder, step.Value, at);
            if (isBody && Ends(step.Value) && !undoing.Contains(step.Name))
            {
                ends.Add(at);
            }
        }

        return builder.Build(title, (holder.Text("start"), JsonPointer.Append(pointer, "start")), ends);
    }

    private static bool Ends(JsonElement step) =>
        step.Text("next") is null
        && StepSummary.KindOf(step) is not (NodeKind.Decision or NodeKind.Failure or NodeKind.Answer or NodeKind.Unknown);

    private static GraphNode Node(JsonProperty step, string pointer) =>
        new(pointer, StepSummary.KindOf(step.Value), step.Name, pointer)
        {
            KindName = step.Value.Text("kind") ?? "",
            Summary = StepSummary.Of(step.Value),
            Description = step.Value.Text("description") ?? "",
            Scopes = [.. Scopes(step.Value, pointer)],
        };

    private static IEnumerable<GraphScope> Scopes(JsonElement step, string pointer) =>
        StepSummary.KindOf(step) switch
        {
            NodeKind.Loop => [Scope(step, "", pointer, isBody: true)],
            NodeKind.Parallel => step.Get("branches")
                .DistinctMembers()
                .Select(branch =>
                    Scope(
                        branch.Value,
                        branch.Name,
                        JsonPointer.Append(JsonPointer.Append(pointer, "branches"), branch.Name),
                        isBody: true
                    )
                ),
            _ => [],
        };

    private static void Connect(ScopeBuilder builder, JsonElement step, string pointer)
    {
        foreach (var (index, choice) in step.Get("choices").Items().Index())
        {
            if (choice.Text("next") is { } next)
            {
                var at = JsonPointer.Append(JsonPointer.Append(JsonPointer.Append(pointer, "choices"), index), "next");
                builder.Connect(pointer, next, EdgeKind.Choice, new EdgeCase(at, choice.Get("when").Written(), index + 1));
            }
        }

        Single("otherwise", EdgeKind.Otherwise, "otherwise");
        Single("next", EdgeKind.Next, "");
        foreach (
            var branch in step.Get("onError")
                .DistinctMembers()
                .OrderBy(branch => branch.Name == Any)
                .ThenBy(branch => branch.Name, StringComparer.Ordinal)
        )
        {
            if (branch.Value is { ValueKind: JsonValueKind.String } target)
            {
                var at = JsonPointer.Append(JsonPointer.Append(pointer, "onError"), branch.Name);
                builder.Connect(pointer, target.GetString()!, EdgeKind.Error, new EdgeCase(at, branch.Name));
            }
        }

        Single("undo", EdgeKind.Undo, "undo");

        void Single(string member, EdgeKind kind, string text)
        {
            if (step.Text(member) is { } target)
            {
                builder.Connect(pointer, target, kind, new EdgeCase(JsonPointer.Append(pointer, member), text));
            }
        }
    }
}
