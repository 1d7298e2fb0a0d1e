namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>
/// Runs the cases of the corpus. A case that throws is a difference like any other and does not hide the others.
/// </summary>
internal static class Outcomes
{
    public static async Task CheckAsync(IEnumerable<CorpusCase> cases, Func<CorpusCase, Task<string?>> run)
    {
        var outcomes = new List<(CorpusCase, string?)>();
        foreach (var corpusCase in cases)
        {
            outcomes.Add(
                (corpusCase, KnownDifferences.IsOutOfScope(corpusCase) ? "out of scope" : await ProtectedAsync(corpusCase, run))
            );
        }

        KnownDifferences.Check(outcomes);
    }

    private static async Task<string?> ProtectedAsync(CorpusCase corpusCase, Func<CorpusCase, Task<string?>> run)
    {
        try
        {
            return await run(corpusCase);
        }
        catch (Exception failure)
        {
            return $"{failure.GetType().Name}: {failure.Message}";
        }
    }
}
