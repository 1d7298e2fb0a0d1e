using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Studio.Documents;

/// <summary>A member of the answer that Amazon Connect gets. Amazon Connect takes texts only, 32 KB in all.</summary>
/// <param name="Name">Its name: the contact flow reads <c>$.External.NAME</c>.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Longest">How many characters the longest one of the flow's tests has; null if no test has it.</param>
internal sealed record ConnectAnswer(string Name, string Meaning, int? Longest)
{
    private static readonly Dictionary<string, string> Own = new()
    {
        ["status"] = "SUCCEEDED, RUNNING, FAILED or REJECTED",
        ["message"] = "What the caller hears",
        ["errorCode"] = "Why it failed; NONE if it did not",
        ["runId"] = "The run, for GetFlowResult and for operators",
    };

    /// <summary>The members: those of every flow, then the outputs of this one.</summary>
    public static IEnumerable<ConnectAnswer> Of(FlowDefinition flow, FlowTestReport? tests)
    {
        var outputs = flow
            .AllSteps.OfType<RespondStep>()
            .SelectMany(end =>
                end.Outputs is { } given ? given.Json.EnumerateObject().Select(output => (output.Name, end.Label)) : []
            )
            .ToLookup(output => output.Name, output => output.Label);
        return Own.Select(own => new ConnectAnswer(own.Key, own.Value, LongestOf(own.Key)))
            .Concat(
                outputs.Select(output => new ConnectAnswer(
                    output.Key,
                    $"An output of {string.Join(", ", output)}",
                    LongestOf(output.Key)
                ))
            );

        int? LongestOf(string name) =>
            tests
                ?.Results.Select(result => result.Answer.GetValueOrDefault(name))
                .OfType<string>()
                .Where(text => text != FlowAnswer.None)
                .Select(text => (int?)text.Length)
                .Max();
    }
}
