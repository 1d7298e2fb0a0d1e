namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>Executions recorded on AWS run here with the same status, output, error, cause and history.</summary>
public sealed class RecordedExecutions
{
    [Fact]
    public Task Executions_end_as_they_did_on_AWS() =>
        Outcomes.CheckAsync(
            CorpusCase.Load("execution", static _ => true),
            static corpusCase => Task.FromResult(ExecutionCases.Run(corpusCase))
        );
}
