using System.Text.Json;
using Cxf.ContactFlows;
using Cxf.ContactFlows.TestCases;
using Cxf.Local.FlowDocuments;
using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>What came of the test cases of a contact flow.</summary>
/// <param name="Path">The file of the contact flow.</param>
/// <param name="Results">The results.</param>
/// <param name="Branches">All branches of the contact flow.</param>
internal sealed record ContactFlowReport(
    string Path,
    IReadOnlyList<ContactFlowTestResult> Results,
    IReadOnlyList<ContactFlowBranch> Branches
)
{
    /// <summary>The branches that no test takes.</summary>
    public IReadOnlyList<ContactFlowBranch> Untaken => [.. Branches.Except(Results.SelectMany(result => result.Taken))];

    /// <summary>Runs the test cases; null for a contact flow that cannot run or has none.</summary>
    public static async Task<ContactFlowReport?> RunAsync(ContactFlowDocument document, CancellationToken cancellationToken)
    {
        if (document.Flow is not { } flow || document.Tests.Count == 0)
        {
            return null;
        }

        var results = new List<ContactFlowTestResult>();
        foreach (var test in document.Tests)
        {
            results.Add(await ContactFlowTest.RunAsync(flow, test, document.Modules, cancellationToken));
        }

        return new ContactFlowReport(document.Path, results, ContactFlowBranches.Of(flow));
    }

    /// <summary>Prints one line for each test, what is wrong, and the branches that no test takes.</summary>
    public void Print(Lines lines)
    {
        lines.Write(Path);
        foreach (var result in Results)
        {
            lines.Write(
                (result.Passed ? "  passed  " : "  failed  ", result.Passed ? Color.Green : Color.Red),
                (result.Name, Color.Default)
            );
            foreach (var failure in result.Failures)
            {
                lines.Write($"          {failure}");
            }
        }

        var untaken = Untaken;
        lines.Write(
            ("  ways    ", untaken.Count == 0 ? Color.Green : Color.Yellow),
            (
                $"{Branches.Count - untaken.Count} of {Branches.Count} branches of the contact flow were "
                    + $"taken{(untaken.Count == 0 ? "." : "; no test takes:")}",
                Color.Default
            )
        );
        foreach (var action in untaken.GroupBy(branch => branch.Action))
        {
            lines.Write($"          {action.Key}: {string.Join(", ", action.Select(branch => branch.Label))}");
        }
    }

    /// <summary>Writes <c>{file, tests: [{name, passed, failures}], branches: [{action, label, taken}]}</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("file", Path);
        json.WriteStartArray("tests");
        foreach (var result in Results)
        {
            json.WriteStartObject();
            json.WriteString("name", result.Name);
            json.WriteBoolean("passed", result.Passed);
            json.WriteStartArray("failures");
            result.Failures.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("branches");
        foreach (var branch in Branches)
        {
            json.WriteStartObject();
            json.WriteString("action", branch.Action);
            json.WriteString("label", branch.Label);
            json.WriteNumber("taken", Results.Count(result => result.Taken.Contains(branch)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
