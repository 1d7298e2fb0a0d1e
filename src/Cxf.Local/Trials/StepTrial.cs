using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Local.Output;
using Cxf.Local.Stores;
using Cxf.StatesLanguage.Service;

namespace Cxf.Local.Trials;

/// <summary>One step of a flow, run alone by TestState.</summary>
/// <param name="State">The state of the step.</param>
/// <param name="Situation">What the step found.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record StepTrial(CompiledState State, StepSituation Situation, TestStateResult Result, TimeSpan Duration)
{
    private const string RoleArn = "arn:aws:iam::111122223333:role/cxf-try";
    private const string WithAllData = "TRACE";

    // A stub is what the author says, also where an API would not answer so.
    private const string Unchecked = "NONE";

    /// <summary>Runs a step.</summary>
    /// <param name="service">The service with the functions that the step may invoke.</param>
    /// <param name="compiled">The flow.</param>
    /// <param name="state">The state of the step.</param>
    /// <param name="situation">What it finds.</param>
    /// <param name="stub">What it gets instead of a call; null calls.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StepFunctionsException">TestState refuses the state.</exception>
    public static async Task<StepTrial> RunAsync(
        StepFunctionsService service,
        CompiledFlow compiled,
        CompiledState state,
        StepSituation situation,
        StepStub? stub,
        CancellationToken cancellationToken
    )
    {
        var name = $"try-{Guid.CreateVersion7()}";
        if (compiled.ClaimsRuns && stub is null)
        {
            // Steps that answer the caller write to the record that the first state of the run makes.
            var first = JsonElement.Parse(compiled.Definition).GetProperty("StartAt").GetString()!;
            await service.TestState(
                new TestStateRequest(
                    compiled.Definition,
                    RoleArn,
                    situation.RunInput,
                    StateName: first,
                    Context: Context(name, first, situation.RunInput)
                ),
                cancellationToken
            );
        }

        var start = TimeProvider.System.GetTimestamp();
        var result = await service.TestState(
            new TestStateRequest(
                compiled.Definition,
                RoleArn,
                situation.StateInput,
                WithAllData,
                Variables: situation.Variables.ToJsonString(JsonFiles.Compact),
                StateName: state.Name,
                Mock: stub is null ? null
                    : stub.Result is null ? new MockInput(null, new MockErrorOutput(stub.Error, stub.Cause))
                    : new MockInput(stub.Result, null, Unchecked),
                Context: Context(name, state.Name, situation.RunInput)
            ),
            cancellationToken
        );
        return new StepTrial(state, situation, result, TimeProvider.System.GetElapsedTime(start));
    }

    /// <summary>What the step sent, as JSON; null if it has not come to it.</summary>
    public string? Arguments => Result.InspectionData?.AfterArguments;

    /// <summary>The answer of the third party, or of a flow, as JSON; null without one.</summary>
    public string? Answer =>
        State.Step is not (RestApiStep or RunFlowStep) || Result.InspectionData?.Result is not { } result ? null
        : JsonElement.Parse(result) is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("Payload", out var payload)
            ? payload.GetRawText()
        : result;

    /// <summary>What the step sent; null if it has not come to it or the step sends nothing.</summary>
    public SentCall? Sent(Func<string, string, string?> baseUrl) =>
        Arguments is { } arguments ? SentCall.Read(arguments, baseUrl) : null;

    /// <summary>The variables that the step has set.</summary>
    public IEnumerable<KeyValuePair<string, string>> Assigned =>
        Result.InspectionData?.Variables is { } after
            ? JsonElement
                .Parse(after)
                .EnumerateObject()
                .Where(variable =>
                    !Situation.Variables.TryGetPropertyValue(variable.Name, out var before)
                    || !JsonNode.DeepEquals(before, JsonNode.Parse(variable.Value.GetRawText()))
                )
                .Select(variable => KeyValuePair.Create(variable.Name, variable.Value.GetRawText()))
            : [];

    private static string Context(string name, string state, string runInput)
    {
        var now = TimeProvider
            .System.GetUtcNow()
            .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["Execution"] = new JsonObject
            {
                ["Id"] = $"arn:aws:states:{LocalAccount.Region}:{LocalAccount.Id}:execution:cxf-try:{name}",
                ["Input"] = JsonNode.Parse(runInput),
                ["StartTime"] = now,
                ["Name"] = name,
                ["RoleArn"] = RoleArn,
                ["RedriveCount"] = 0,
            },
            ["StateMachine"] = new JsonObject
            {
                ["Id"] = $"arn:aws:states:{LocalAccount.Region}:{LocalAccount.Id}:stateMachine:cxf-try",
                ["Name"] = "cxf-try",
            },
            ["State"] = new JsonObject
            {
                ["Name"] = state,
                ["EnteredTime"] = now,
                ["RetryCount"] = 0,
            },
        }.ToJsonString(JsonFiles.Compact);
    }
}
