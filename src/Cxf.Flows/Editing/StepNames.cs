using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Editing;

/// <summary>The names of steps, branches and variables of a flow, which are all different.</summary>
internal static class StepNames
{
    /// <summary>The names that a flow has.</summary>
    public static HashSet<string> Taken(IReadOnlyCollection<StepPlace> steps) =>
        [
            .. steps.Select(step => step.Label),
            .. steps.Where(step => step.Kind == "transform").SelectMany(step => MembersOf(step.Json, "assign")),
            .. steps.Where(step => step.Kind == "forEach").SelectMany(LoopVariables),
            .. steps.SelectMany(step => MembersOf(step.Json, "branches")),
        ];

    /// <summary>
    /// The names that a new step does not get by itself: also those that tests name, because each of them is a step to come,
    /// whose label a person gives it.
    /// </summary>
    public static HashSet<string> Beside(IReadOnlyCollection<StepPlace> steps, JsonElement tests) =>
        [.. Taken(steps), .. tests.Items().SelectMany(test => MembersOf(test, "answers").Concat(PathOf(test)))];

    /// <summary>
    /// A new label as the samples and CX Fabric write them, such as <c>rest_api_1</c>; it is added to those taken.
    /// </summary>
    public static string New(string kind, HashSet<string> taken)
    {
        var words = string.Concat(
            kind.Select(letter => char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}")
        );
        for (var number = 1; ; number++)
        {
            if (taken.Add($"{words}_{number}"))
            {
                return $"{words}_{number}";
            }
        }
    }

    /// <summary>Why a name cannot be given; null if it can.</summary>
    public static string? Problem(string name, HashSet<string> taken) =>
        !StepLabel.IsWellFormed(name) ? $"A name must be {StepLabel.Description}."
        : StepLabel.IsReserved(name) ? $"\"{name}\" is a name that expressions need."
        : taken.Contains(name) ? $"There is a step, a branch or a variable \"{name}\" already."
        : null;

    /// <summary>The variables that a loop sets in each pass: its item and its index.</summary>
    public static IEnumerable<string> LoopVariables(StepPlace loop) =>
        [loop.Json.Text("item") ?? ForEachStep.DefaultItem, loop.Json.Text("index") ?? ForEachStep.DefaultIndex];

    private static IEnumerable<string> PathOf(JsonElement test) => test.Get("expect").Get("path").Texts();

    private static IEnumerable<string> MembersOf(JsonElement json, string member) =>
        json.Get(member).Members().Select(one => one.Name);
}
