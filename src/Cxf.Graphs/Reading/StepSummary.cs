using System.Text.Json;
using Cxf.Documents;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Reading;

/// <summary>What a step of a flow does, in the few words that a picture has room for.</summary>
internal static class StepSummary
{
    private static readonly Dictionary<string, NodeKind> Kinds = new()
    {
        ["restApi"] = NodeKind.Call,
        ["decision"] = NodeKind.Decision,
        ["transform"] = NodeKind.Transform,
        ["wait"] = NodeKind.Wait,
        ["parallel"] = NodeKind.Parallel,
        ["forEach"] = NodeKind.Loop,
        ["runFlow"] = NodeKind.Flow,
        ["respond"] = NodeKind.Answer,
        ["fail"] = NodeKind.Failure,
    };

    /// <summary>The kind of a step; unknown where it names none that exists.</summary>
    public static NodeKind KindOf(JsonElement step) =>
        step.Text("kind") is { } kind ? Kinds.GetValueOrDefault(kind, NodeKind.Unknown) : NodeKind.Unknown;

    /// <summary>What the step does, line by line.</summary>
    public static IReadOnlyList<string> Of(JsonElement step) => [.. Lines(step).Where(line => line.Length > 0)];

    private static IEnumerable<string> Lines(JsonElement step) =>
        KindOf(step) switch
        {
            NodeKind.Call => Call(step),
            NodeKind.Transform => step.Get("assign").DistinctMembers().Select(one => $"{one.Name} = {one.Value.Written()}"),
            NodeKind.Wait => [Wait(step)],
            NodeKind.Parallel => [],
            NodeKind.Loop => Loop(step),
            NodeKind.Flow => [RunFlow(step)],
            NodeKind.Answer => Answer(step),
            NodeKind.Failure => [step.Get("message").Written(), step.Text("errorCode") is { } code ? $"errorCode {code}" : ""],
            _ => [],
        };

    private static IEnumerable<string> Call(JsonElement step)
    {
        yield return step.Text("operation") is { } operation
            ? $"{step.Text("connection")} {operation}".Trim()
            : $"{step.Text("method")} {step.Text("connection")} {step.Get("path").Written()}".Trim();
        var extras = new List<string>();
        if (step.Get("retry").Get("attempts") is { ValueKind: JsonValueKind.Number } attempts)
        {
            extras.Add($"retry {attempts}");
        }

        if (step.Get("paging").ValueKind == JsonValueKind.Object)
        {
            extras.Add("all pages");
        }

        if (step.Get("fallback").ValueKind == JsonValueKind.Object)
        {
            extras.Add("or the last good answer");
        }

        yield return string.Join(", ", extras);
    }

    private static string Wait(JsonElement step)
    {
        var most = step.Get("atMostSeconds") is { ValueKind: JsonValueKind.Number } seconds ? $", at most {seconds} s" : "";
        return step.Get("until").ValueKind != JsonValueKind.Undefined ? $"until {step.Get("until").Written()}{most}"
            : step.Get("seconds").ValueKind == JsonValueKind.Number ? $"{step.Get("seconds").Written()} s"
            : $"{step.Get("seconds").Written()} seconds{most}";
    }

    private static IEnumerable<string> Loop(JsonElement step)
    {
        yield return step.Get("items").Written() is { Length: > 0 } items ? $"{step.Text("item") ?? "item"} in {items}" : "";
        var most = step.Get("atMost") is { ValueKind: JsonValueKind.Number } atMost ? $"at most {atMost}" : "";
        var atOnce = step.Get("concurrency") is { ValueKind: JsonValueKind.Number } many ? $"{many} at once" : "";
        yield return string.Join(", ", ((string[])[most, atOnce]).Where(part => part.Length > 0));
    }

    private static string RunFlow(JsonElement step) =>
        step.Get("version") is { ValueKind: JsonValueKind.Number } version
            ? $"{step.Text("flowId")}, version {version}"
            : $"{step.Text("flowId")}, the live version";

    private static IEnumerable<string> Answer(JsonElement step)
    {
        yield return step.Get("message").Written();
        var outputs = step.Get("outputs").DistinctMembers().Select(output => output.Name).ToList();
        yield return outputs.Count == 0 ? "" : $"outputs {string.Join(", ", outputs)}";
    }
}
