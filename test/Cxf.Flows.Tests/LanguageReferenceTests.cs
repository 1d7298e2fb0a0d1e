using System.Text.RegularExpressions;
using Cxf.Flows.Reading;
using Cxf.Testing;

namespace Cxf.Flows.Tests;

/// <summary>The README of the flow language shows what the reader reads.</summary>
public sealed partial class LanguageReferenceTests
{
    private static readonly string Readme = File.ReadAllText(ProjectRoot.Path("src", "Cxf.Flows", "README.md"));

    [Fact]
    public void Every_example_of_a_step_is_one_that_is_read_without_mistakes()
    {
        var examples = Example().Matches(Readme).Select(match => match.Groups["steps"].Value).ToList();
        foreach (var example in examples)
        {
            var start = example[1..example.IndexOf('"', 1)];
            var diagnostics = Documents
                .Read($$"""{ "flowId": "example", "start": "{{start}}", "steps": { {{example}} } }""")
                .Diagnostics;

            // The steps around it are not shown, so what the steps say about each other is left out.
            Assert.DoesNotContain(
                diagnostics,
                one => string.CompareOrdinal(one.Code, "CXF2") < 0 || one.Code == FlowCodes.ExpressionSyntax
            );
        }

        var kinds = examples
            .SelectMany(example => Kind().Matches(example).Select(match => match.Groups["kind"].Value))
            .ToHashSet();
        Assert.Superset(StepReader.KindNames.ToHashSet(), kinds);
    }

    [GeneratedRegex("```json\n(?<steps>\"[a-z_0-9]+\": \\{.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("\"kind\": \"(?<kind>[a-zA-Z]+)\"")]
    private static partial Regex Kind();
}
