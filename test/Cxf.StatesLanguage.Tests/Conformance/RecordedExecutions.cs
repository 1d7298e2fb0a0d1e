namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>Executions recorded on AWS run here with the same status, output, error, cause and history.</summary>
public sealed class RecordedExecutions
{
    // The cases with other services in which the services only reject requests.
    private static readonly string[] Refusals = ["/task_service_dynamodb.", "/task_service_sfn."];

    [Fact]
    public void Tasks_that_DynamoDB_and_Step_Functions_reject_end_as_they_did_on_AWS()
    {
        var cases = CorpusCase
            .Load("execution", static folder => folder is "_needs-services/dynamodb" or "_needs-services/states")
            .Where(static corpusCase => Refusals.Any(part => corpusCase.Name.Contains(part, StringComparison.Ordinal)));
        KnownDifferences.Check([.. cases.Select(static corpusCase => (corpusCase, ExecutionCases.Run(corpusCase)))]);
    }

    [Fact]
    public void Executions_end_as_they_did_on_AWS()
    {
        var cases = CorpusCase.Load(
            "execution",
            static folder => !folder.StartsWith("_needs-services", StringComparison.Ordinal)
        );
        KnownDifferences.Check([.. cases.Select(static corpusCase => (corpusCase, ExecutionCases.Run(corpusCase)))]);
    }
}
