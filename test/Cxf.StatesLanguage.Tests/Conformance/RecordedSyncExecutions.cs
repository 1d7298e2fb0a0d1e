using System.Text.Json;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Protocol;
using Cxf.StatesLanguage.Service;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>StartSyncExecution answers as it did on AWS.</summary>
public sealed class RecordedSyncExecutions
{
    [Fact]
    public Task Synchronous_executions_answer_as_they_did_on_AWS() =>
        Outcomes.CheckAsync(CorpusCase.Load("sync-express", static _ => true), RunAsync);

    private static async Task<string?> RunAsync(CorpusCase corpusCase)
    {
        var time = new FakeTimeProvider();
        var hasFunctions = corpusCase.Data.TryGetProperty("lambdas", out _);
        using var service = new StepFunctionsService(
            new StepFunctionsOptions { TimeProvider = time, Lambda = hasFunctions ? new LambdaStubs(corpusCase, time) : null }
        );
        service.CreateStateMachine(
            new CreateStateMachineRequest(
                "ArnPart_0idx",
                corpusCase.DefinitionText,
                "arn:aws:iam::111111111111:role/sfn_role_arn",
                StateMachineType.Express
            )
        );
        var started = ApiCalls.CallAsync(
            new StepFunctionsProtocol(service),
            "StartSyncExecution",
            JsonSerializer.SerializeToElement(
                new
                {
                    stateMachineArn = "arn:aws:states:us-east-1:111111111111:stateMachine:ArnPart_0idx",
                    input = corpusCase.Data.GetProperty("input").GetRawText(),
                }
            )
        );
        while (service.ViewAll().Any(static view => view.StopDate is null))
        {
            time.Advance(service.NextDue!.Value - time.GetUtcNow());
        }

        var (answer, _, message) = await started;
        return answer is null ? message : Difference(corpusCase, answer.Value);
    }

    private static string? Difference(CorpusCase corpusCase, JsonElement answer)
    {
        // The billed duration depends on AWS's own machines; under virtual time it is zero.
        var ours = answer
            .EnumerateObject()
            .Where(static member => member.Name != "billingDetails")
            .ToDictionary(static member => member.Name, static member => member.Value);
        var theirs = corpusCase
            .Data.GetProperty("expectedResponse")
            .EnumerateObject()
            .Where(static member => member.Name != "billingDetails")
            .ToDictionary(static member => member.Name, static member => member.Value);
        return new Snapshot().Difference(JsonSerializer.SerializeToElement(theirs), JsonSerializer.SerializeToElement(ours));
    }
}
