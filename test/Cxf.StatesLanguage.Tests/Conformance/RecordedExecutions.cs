namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>Executions recorded on AWS run here with the same status, output, error, cause and history.</summary>
public sealed class RecordedExecutions
{
    [Fact]
    public void Executions_end_as_they_did_on_AWS()
    {
        var cases = CorpusCase.Load(
            "execution", static folder => !folder.StartsWith("_needs-services", StringComparison.Ordinal));
        KnownDifferences.Check([.. cases.Select(static corpusCase => (corpusCase, ExecutionCases.Run(corpusCase)))]);
    }
}
