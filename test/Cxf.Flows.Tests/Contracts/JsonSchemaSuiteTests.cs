using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Contracts;
using Cxf.Testing;

namespace Cxf.Flows.Tests.Contracts;

/// <summary>The official JSON Schema Test Suite (draft 2020-12), as far as its schemas use what contracts support.</summary>
public sealed class JsonSchemaSuiteTests
{
    /// <summary>
    /// How many cases the suite has at least for what contracts support; fewer means that the schemas are not read.
    /// </summary>
    private const int MinCases = 300;

    // The keywords of the suite's files that contracts know, and the optional files about patterns.
    private static readonly string[] Files =
    [
        "additionalProperties",
        "const",
        "enum",
        "items",
        "maxItems",
        "maxLength",
        "maximum",
        "minItems",
        "minLength",
        "minimum",
        "optional/ecmascript-regex",
        "optional/non-bmp-regex",
        "pattern",
        "properties",
        "required",
        "type",
    ];

    /// <summary>
    /// Contact flows deliver only strings: a string that is exactly a JSON literal becomes one where the contract wants one.
    /// These are the cases in which JSON Schema itself knows no such conversion.
    /// </summary>
    private static readonly string[] Conversions =
    [
        "items: nested items: nested array with invalid type",
        "properties: properties with escaped characters: object with strings is invalid",
        "type: integer type matches integers: a string is still not an integer, even if it looks like one",
        "type: number type matches numbers: a string is still not a number, even if it looks like one",
    ];

    [Fact]
    public void Every_case_of_a_supported_schema_has_the_result_of_the_suite()
    {
        var folder = Path.Combine(Corpus.Folder("json-schema"), "tests", "draft2020-12");
        var wrong = new List<string>();
        var cases = 0;
        foreach (var file in Files)
        {
            foreach (var group in JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder, file + ".json"))).EnumerateArray())
            {
                if (Read(group.GetProperty("schema")) is not { } contract)
                {
                    continue;
                }

                foreach (var test in group.GetProperty("tests").EnumerateArray())
                {
                    cases++;
                    var isValid = contract.Check(Wrap(test.GetProperty("data"))).Problems.Count == 0;
                    if (isValid != test.GetProperty("valid").GetBoolean())
                    {
                        wrong.Add($"{file}: {group.GetProperty("description")}: {test.GetProperty("description")}");
                    }
                }
            }
        }

        Assert.True(Conversions.SequenceEqual(wrong.Order(StringComparer.Ordinal)), string.Join("\n", wrong.Append($"{cases}")));
        Assert.True(cases >= MinCases, $"Only {cases} cases were read.");
    }

    /// <summary>The contract of a payload with one field of this schema; null if the schema uses what contracts refuse.</summary>
    private static InputContract? Read(JsonElement schema)
    {
        var reader = new JsonDocumentReader(
            JsonSource.Parse($$"""{"type":"object","properties":{"field":{{schema.GetRawText()}} } }"""),
            FlowCodes.Shape
        );
        var contract = ContractReader.Read(reader.Root);
        return reader.HasErrors ? null : contract;
    }

    private static JsonElement Wrap(JsonElement data) => JsonElement.Parse($$"""{"field":{{data.GetRawText()}} }""");
}
