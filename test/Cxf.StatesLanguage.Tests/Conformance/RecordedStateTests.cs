using Cxf.StatesLanguage.Protocol;
using Cxf.StatesLanguage.Service;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>TestState answers as it did on AWS.</summary>
public sealed class RecordedStateTests
{
    [Fact]
    public Task Tested_states_answer_as_they_did_on_AWS() =>
        Outcomes.CheckAsync(CorpusCase.Load("test-state", static _ => true), RunAsync);

    private static async Task<string?> RunAsync(CorpusCase corpusCase)
    {
        var time = new FakeTimeProvider();
        var hasFunctions = corpusCase.Data.TryGetProperty("lambdas", out _);
        using var service = new StepFunctionsService(
            new StepFunctionsOptions { TimeProvider = time, Lambda = hasFunctions ? new LambdaStubs(corpusCase, time) : null }
        );
        var (answer, code, message) = await ApiCalls.CallAsync(
            new StepFunctionsProtocol(service),
            "TestState",
            ApiCalls.Parameters(corpusCase.Data.GetProperty("params"), null, needsRole: false)
        );
        if (corpusCase.Data.TryGetProperty("expectedError", out var error))
        {
            return code is null ? $"expected {error}, was {answer}" : ApiCalls.Difference(error, code, message!, new Snapshot());
        }

        return answer is null
            ? $"{code}: {message}"
            : new Snapshot().Difference(corpusCase.Data.GetProperty("expectedResponse"), answer.Value);
    }
}
