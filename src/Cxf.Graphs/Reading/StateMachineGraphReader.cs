using System.Text.Json;
using Cxf.Documents;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Reading;

/// <summary>
/// Makes the graph of a state machine in Amazon States Language, in JSONata and in JSONPath. Like the graph of a flow, it has
/// whatever is readable.
/// </summary>
public static class StateMachineGraphReader
{
    private static readonly Dictionary<string, NodeKind> Kinds = new()
    {
        ["Task"] = NodeKind.Call,
        ["Choice"] = NodeKind.Decision,
        ["Pass"] = NodeKind.Transform,
        ["Wait"] = NodeKind.Wait,
        ["Parallel"] = NodeKind.Parallel,
        ["Map"] = NodeKind.Loop,
        ["Succeed"] = NodeKind.Answer,
        ["Fail"] = NodeKind.Failure,
    };

    private static readonly string[] NotConditions = ["Next", "Comment", "Assign", "Output"];

    /// <summary>Whether a document is a state machine.</summary>
    public static bool IsStateMachine(JsonElement document) =>
        document.Get("States").ValueKind == JsonValueKind.Object && document.Get("StartAt").ValueKind == JsonValueKind.String;

    /// <summary>The graph of a state machine.</summary>
    /// <param name="machine">The definition.</param>
    /// <param name="name">The name of the state machine, which is not in its definition.</param>
    public static Graph Read(JsonElement machine, string name) =>
        new(name, machine.Text("Comment") ?? "", Scope(machine, "", JsonPointer.Root, isBody: false));

    private static GraphScope Scope(JsonElement holder, string title, string pointer, bool isBody)
    {
        var builder = new ScopeBuilder(pointer);
        var ends = new List<string>();
        foreach (var state in holder.Get("States").DistinctMembers())
        {
            var at = JsonPointer.Append(JsonPointer.Append(pointer, "States"), state.Name);
            builder.Add(
                new GraphNode(at, KindOf(state.Value), state.Name, at)
                {
                    KindName = state.Value.Text("Type") ?? "",
                    Summary = [.. Summary(state.Value).Where(line => line.Length > 0)],
                    Description = state.Value.Text("Comment") ?? "",
                    Scopes = [.. Scopes(state.Value, at)],
                }
            );
            Connect(builder, state.Value, at);
            if (isBody ? EndsBody(state.Value) : IsEnd(state.Value))
            {
                ends.Add(at);
            }
        }

        return builder.Build(title, (holder.Text("StartAt"), JsonPointer.Append(pointer, "StartAt")), ends);
    }

    private static NodeKind KindOf(JsonElement state) =>
        state.Text("Type") is { } type ? Kinds.GetValueOrDefault(type, NodeKind.Unknown) : NodeKind.Unknown;

    private static bool EndsBody(JsonElement state) =>
        state.Text("Next") is null && KindOf(state) is not (NodeKind.Decision or NodeKind.Failure or NodeKind.Unknown);

    private static bool IsEnd(JsonElement state) => state.Get("End").ValueKind == JsonValueKind.True;

    private static IEnumerable<GraphScope> Scopes(JsonElement state, string pointer)
    {
        foreach (var (index, branch) in state.Get("Branches").Items().Index())
        {
            yield return Scope(branch, "", JsonPointer.Append(JsonPointer.Append(pointer, "Branches"), index), isBody: true);
        }

        // Iterator is the older name.
        var body = state.Get("ItemProcessor").ValueKind == JsonValueKind.Object ? "ItemProcessor" : "Iterator";
        if (state.Get(body).ValueKind == JsonValueKind.Object)
        {
            yield return Scope(state.Get(body), "", JsonPointer.Append(pointer, body), isBody: true);
        }
    }

    private static IEnumerable<string> Summary(JsonElement state) =>
        KindOf(state) switch
        {
            NodeKind.Call => [Resource(state.Text("Resource") ?? "")],
            NodeKind.Transform => state.Get("Assign").DistinctMembers().Select(one => $"{one.Name} = {one.Value.Written()}"),
            NodeKind.Wait => state
                .DistinctMembers()
                .Where(member => member.Name is "Seconds" or "SecondsPath" or "Timestamp" or "TimestampPath")
                .Select(member => $"{member.Name} {member.Value.Written()}"),
            NodeKind.Loop => [$"{state.Get("Items").Written()}{state.Get("ItemsPath").Written()}"],
            NodeKind.Failure => [$"{state.Get("Error").Written()}{state.Get("ErrorPath").Written()}"],
            _ => [],
        };

    // The account and the region say nothing about what the state does.
    private static string Resource(string arn)
    {
        const int PartsOfArn = 6;
        var parts = arn.Split(':', PartsOfArn);
        return parts.Length == PartsOfArn ? $"{parts[2]}:{parts[^1]}" : arn;
    }

    private static void Connect(ScopeBuilder builder, JsonElement state, string pointer)
    {
        foreach (var (index, choice) in state.Get("Choices").Items().Index())
        {
            if (choice.Text("Next") is { } next)
            {
                var at = JsonPointer.Append(JsonPointer.Append(pointer, "Choices"), index);
                builder.Connect(pointer, next, EdgeKind.Choice, new EdgeCase(at + "/Next", Condition(choice), index + 1));
            }
        }

        Single("Default", EdgeKind.Otherwise, "otherwise");
        Single("Next", EdgeKind.Next, "");
        foreach (var (index, catcher) in state.Get("Catch").Items().Index())
        {
            if (catcher.Text("Next") is { } next)
            {
                var errors = string.Join(", ", catcher.Get("ErrorEquals").Items().Select(error => error.Written()));
                var at = JsonPointer.Append(JsonPointer.Append(pointer, "Catch"), index);
                builder.Connect(pointer, next, EdgeKind.Error, new EdgeCase(at + "/Next", errors));
            }
        }

        void Single(string member, EdgeKind kind, string text)
        {
            if (state.Text(member) is { } target)
            {
                builder.Connect(pointer, target, kind, new EdgeCase(JsonPointer.Append(pointer, member), text));
            }
        }
    }

    private static string Condition(JsonElement rule)
    {
        if (rule.Get("Condition") is { ValueKind: not JsonValueKind.Undefined } condition)
        {
            return condition.Written();
        }

        foreach (var name in (string[])["And", "Or"])
        {
            if (rule.Get(name).ValueKind == JsonValueKind.Array)
            {
                return string.Join(
                    $" {name.ToLowerInvariant()} ",
                    rule.Get(name).Items().Select(inner => $"({Condition(inner)})")
                );
            }
        }

        if (rule.Get("Not").ValueKind == JsonValueKind.Object)
        {
            return $"not ({Condition(rule.Get("Not"))})";
        }

        var comparison = rule.DistinctMembers()
            .Where(member => member.Name != "Variable" && !NotConditions.Contains(member.Name))
            .Take(1);
        return string.Concat(comparison.Select(member => $"{rule.Text("Variable")} {member.Name} {member.Value.Written()}"));
    }
}
