using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Testing;

namespace Cxf.Jsonata.Tests.Conformance;

/// <summary>Expressions that gave a wrong value once, each with the right one and the reason.</summary>
public sealed class SharedCaseTests
{
    [Fact]
    public void Expressions_give_the_recorded_values()
    {
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(CaseFiles.Folder("", ""), "jsonata.jsonl")))
        {
            var one = JsonElement.Parse(line);
            var expression = one.GetProperty("expression").GetString()!;
            var isOfAws = one.GetProperty("why").GetString()!.StartsWith("Step Functions", StringComparison.Ordinal);
            var options = isOfAws ? JsonataOptions.StepFunctions : JsonataOptions.Default;
            var outcome = Outcome(expression, one.GetProperty("input"), options);
            if (!Matches(one.GetProperty("expected"), outcome))
            {
                wrong.Add($"{expression}: {outcome}, expected {one.GetProperty("expected")}");
            }
        }

        Assert.Empty(wrong);
    }

    private static string Outcome(string expression, JsonElement input, JsonataOptions options)
    {
        try
        {
            return Evaluated.Json(expression, input.GetRawText(), options);
        }
        catch (JsonataException error)
        {
            return $"{error.Code} {error.Position}";
        }
    }

    private static bool Matches(JsonElement expected, string outcome) =>
        expected.TryGetProperty("value", out var value)
            ? outcome != "undefined" && JsonNode.DeepEquals(JsonNode.Parse(value.GetRawText()), JsonNode.Parse(outcome))
        : expected.TryGetProperty("undefined", out _) ? outcome == "undefined"
        : expected.TryGetProperty("code", out var code) ? outcome == $"{code.GetString()} {expected.GetProperty("position")}"
        : expected.TryGetProperty("value_is", out _) ? outcome.EndsWith("00000", StringComparison.Ordinal)
        // Any result within the limits of the evaluation, and no exception of .NET.
        : outcome.Length > 0;
}
