using System.Text;
using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;

namespace Cxf.Studio.Runs;

/// <summary>
/// A state machine made of a history: the states that it visited and the ways that it took. So a history can be drawn whose
/// definition is nowhere.
/// </summary>
internal static class HistoryMachine
{
    private static readonly string[] Ends = ["Succeed", "Fail"];

    /// <summary>The state machine as a document.</summary>
    public static Task<FlowDocument> DocumentAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken) =>
        FlowDocument.ReadAsync(
            new FlowFile("history", TenantId.Parse("local"), null),
            new DocumentFile(Encoding.UTF8.GetBytes(Write(rows)), null),
            cancellationToken
        );

    /// <summary>The definition in Amazon States Language.</summary>
    public static string Write(IReadOnlyList<HistoryRow> rows) =>
        Scope([.. RunStep.Of(rows).Where(step => step.Holder is null)]).ToJsonString();

    private static JsonObject Scope(IReadOnlyList<RunStep> steps)
    {
        var states = new JsonObject();
        foreach (var visits in steps.GroupBy(step => step.Row.Name))
        {
            states[visits.Key] = State([.. visits]);
        }

        return new JsonObject { ["StartAt"] = steps.Count > 0 ? steps[0].Row.Name : "", ["States"] = states };
    }

    private static JsonObject State(IReadOnlyList<RunStep> visits)
    {
        var type = visits[0].Row.Type;
        var state = new JsonObject { ["Type"] = type };
        var inside = visits.SelectMany(step => step.Inside).ToList();
        if (type == "Map" && inside.Count > 0)
        {
            state["ItemProcessor"] = Scope(inside);
        }
        else if (type == "Parallel")
        {
            state["Branches"] = new JsonArray([.. Branches(inside).Select(Scope)]);
        }

        var nexts = visits
            .Where(step => step.Row.Error is null)
            .Select(step => step.Row.Next)
            .OfType<string>()
            .Distinct()
            .ToList();
        if (type == "Choice")
        {
            state["Choices"] = new JsonArray([.. nexts.Select(next => new JsonObject { ["Next"] = next })]);
        }
        else if (nexts.Count > 0)
        {
            state["Next"] = nexts[0];
        }
        else if (!Ends.Contains(type) && visits.All(step => step.Row.Error is null))
        {
            state["End"] = true;
        }

        var caught = visits.Where(step => step.Row is { Error: not null, Next: not null }).DistinctBy(step => step.Row.Next);
        if (caught.Any())
        {
            state["Catch"] = new JsonArray([
                .. caught.Select(step => new JsonObject
                {
                    ["ErrorEquals"] = new JsonArray(step.Row.Error),
                    ["Next"] = step.Row.Next,
                }),
            ]);
        }

        return state;
    }

    // A branch begins with a state that no other one leads to.
    private static List<IReadOnlyList<RunStep>> Branches(IReadOnlyList<RunStep> steps)
    {
        var byName = steps.ToLookup(step => step.Row.Name);
        var targets = steps.Select(step => step.Row.Next).ToHashSet();
        var branches = new List<IReadOnlyList<RunStep>>();
        foreach (var first in steps.Where(step => !targets.Contains(step.Row.Name)).DistinctBy(step => step.Row.Name))
        {
            var names = new List<string> { first.Row.Name };
            for (var at = 0; at < names.Count; at++)
            {
                names.AddRange(byName[names[at]].Select(step => step.Row.Next).OfType<string>().Except(names).ToList());
            }

            branches.Add([.. names.SelectMany(name => byName[name])]);
        }

        return branches;
    }
}
