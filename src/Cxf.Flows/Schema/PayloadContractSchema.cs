using System.Text.Json.Nodes;
using Cxf.Flows.Contracts;
using static Cxf.Documents.Schemas.SchemaParts;

namespace Cxf.Flows.Schema;

/// <summary>The schema of a contract: of the subset of JSON Schema 2020-12 that a flow's <c>input</c> may use.</summary>
internal static class PayloadContractSchema
{
    public static JsonObject Write() =>
        Members(
            "What one value of the payload must look like.",
            [],
            [.. ContractReader.Keywords.Select(keyword => (keyword, Of(keyword)))]
        );

    private static JsonObject Of(string keyword) =>
        keyword switch
        {
            "type" => Words("One type.", ContractReader.TypeNames),
            "properties" => new JsonObject
            {
                ["description"] = "The members by name.",
                ["type"] = "object",
                ["additionalProperties"] = Ref("contract"),
            },
            "required" => List("Members that must be there.", Text("A member's name.")),
            "additionalProperties" => Flag("Whether other members are allowed. Default: true."),
            "items" => Ref("contract", "What every item must look like."),
            "enum" => List("The values allowed.", Anything("A value."), atLeast: 1),
            "const" => Anything("The only value allowed."),
            "minLength" or "maxLength" or "minItems" or "maxItems" => Integer("A bound, inclusive.", 0, int.MaxValue),
            "minimum" or "maximum" => new JsonObject { ["description"] = "A bound, inclusive.", ["type"] = "number" },
            "pattern" => Text(
                "A regular expression of JavaScript with the u flag, without references to groups, found anywhere in the text.",
                1000
            ),
            "sensitive" => Flag("Personal data: masked in everything that is printed."),
            _ => new JsonObject { ["description"] = "For readers only.", ["type"] = "string" },
        };
}
