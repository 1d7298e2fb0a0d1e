using Cxf.Testing;

namespace Cxf.Jsonata.Tests.Conformance;

public sealed class OfficialSuiteTests
{
    public static TheoryData<string> Groups() =>
        CorpusSuite.Groups().ToArray() is { Length: > 0 } groups ? new TheoryData<string>(groups) : new TheoryData<string>("");

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_case_of_the_group_has_the_expected_outcome(string group)
    {
        Corpus.Folder("jsonata");
        var problems = CorpusSuite
            .Cases(group)
            .Select(test => (test.Name, test.Expression, Problem: test.Problem()))
            .Where(outcome => outcome.Problem is not null)
            .Select(outcome => $"{outcome.Name}: {outcome.Expression}\n    {outcome.Problem}")
            .ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }
}
