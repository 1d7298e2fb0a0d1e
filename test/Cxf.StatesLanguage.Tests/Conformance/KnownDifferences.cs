using Cxf.Testing;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>
/// Reads <c>known-differences.txt</c>: cases that do not pass, each with its reason. A listed case that passes is a failure too.
/// A name that ends in <c>*</c> covers all cases that begin with it: they are out of scope and not run.
/// </summary>
internal static class KnownDifferences
{
    private static readonly Dictionary<string, string> Reasons = File.ReadAllLines(ListPath)
        .Where(static line => line.Length > 0 && line[0] != '#')
        .Select(static line => line.Split(" | ", 2))
        .ToDictionary(static parts => parts[0], static parts => parts[1], StringComparer.Ordinal);

    private static readonly List<string> OutOfScope =
    [
        .. Reasons.Keys.Where(static name => name.EndsWith('*')).Select(static name => name.TrimEnd('*')),
    ];

    /// <summary>Whether a case is out of scope and is not run.</summary>
    public static bool IsOutOfScope(CorpusCase corpusCase) =>
        OutOfScope.Exists(start => corpusCase.Name.StartsWith(start, StringComparison.Ordinal));

    private static string ListPath =>
        ProjectRoot.Path("test", "Cxf.StatesLanguage.Tests", "Conformance", "known-differences.txt");

    /// <summary>Prints passed and total by folder, and fails for every case that does not match the list.</summary>
    public static void Check(IReadOnlyList<(CorpusCase Case, string? Difference)> outcomes)
    {
        var report = outcomes
            .GroupBy(static outcome => outcome.Case.Folder, StringComparer.Ordinal)
            .Select(static folder =>
                $"{folder.Key}: {folder.Count(static outcome => outcome.Difference is null)} of {folder.Count()} passed"
                + (
                    folder.Count(static outcome => IsOutOfScope(outcome.Case)) is var skipped && skipped > 0
                        ? $", {skipped} out of scope"
                        : ""
                )
            )
            .ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', report));

        var wrong = new List<string>();
        foreach (var (corpusCase, difference) in outcomes)
        {
            if (IsOutOfScope(corpusCase))
            {
                continue;
            }

            var listed = Reasons.ContainsKey(corpusCase.Name);
            if (difference is not null && !listed)
            {
                wrong.Add($"{corpusCase.Name} | {difference}");
            }
            else if (difference is null && listed)
            {
                wrong.Add($"{corpusCase.Name} passes: take it out of known-differences.txt");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', [.. report, .. wrong]));
    }
}
