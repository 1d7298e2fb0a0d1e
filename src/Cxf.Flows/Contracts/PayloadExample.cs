using System.Globalization;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Flows.Contracts;

/// <summary>A payload that a flow accepts, for trying it.</summary>
/// <param name="Json">The payload, an object.</param>
/// <param name="Test">The name of the flow's test that it is from; null if it was made from the contract.</param>
public sealed record PayloadExample(JsonElement Json, string? Test)
{
    private const int Attempts = 200;
    private const int MaxDepth = 16;

    /// <summary>
    /// The payload of the first test that expects success, else of the first test with a valid payload, else one made from the
    /// contract; null if the contract is too special for that.
    /// </summary>
    public static PayloadExample? Of(FlowDefinition flow)
    {
        var tests = flow.Tests.Where(test => flow.Input.Check(test.Payload).Problems.Count == 0).ToList();
        return (tests.FirstOrDefault(test => test.Expect.Status == AnswerStatus.Succeeded) ?? tests.FirstOrDefault()) is { } test
            ? new PayloadExample(test.Payload, test.Name)
            : FromContract(flow.Input);
    }

    /// <summary>An example that is made from a contract; null if the contract is too special for that.</summary>
    public static PayloadExample? FromContract(InputContract contract)
    {
        var random = new Random(1);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var json = JsonOutput.Element(writer => Write(writer, contract.Schema, random, attempt, 0), JsonOutput.Relaxed);
            if (contract.Check(json).Problems.Count == 0)
            {
                return new PayloadExample(json, null);
            }
        }

        return null;
    }

    private static void Write(Utf8JsonWriter json, ContractSchema schema, Random random, int attempt, int depth)
    {
        if (schema.Allowed is { Count: > 0 } allowed)
        {
            allowed[attempt % allowed.Count].WriteTo(json);
            return;
        }

        switch (schema.Type)
        {
            case ContractType.Object:
                json.WriteStartObject();
                foreach (var name in depth > MaxDepth ? [] : schema.Required.Distinct())
                {
                    json.WritePropertyName(name);
                    var member = schema.Properties.GetValueOrDefault(name) ?? ContractSchema.Anything;
                    Write(json, member, random, attempt, depth + 1);
                }

                json.WriteEndObject();
                break;
            case ContractType.Array:
                json.WriteStartArray();
                for (var item = 0; item < Math.Clamp(schema.ItemCount.Min, Math.Min(1, schema.ItemCount.Max), 20); item++)
                {
                    Write(json, schema.Items ?? ContractSchema.Anything, random, attempt, depth + 1);
                }

                json.WriteEndArray();
                break;
            case ContractType.Boolean:
                json.WriteBooleanValue(true);
                break;
            case ContractType.Integer:
                json.WriteRawValue(Math.Ceiling(Number(schema)).ToString("F0", CultureInfo.InvariantCulture));
                break;
            case ContractType.Number:
                json.WriteNumberValue(Number(schema));
                break;
            default:
                json.WriteStringValue(Text(schema, random, attempt));
                break;
        }
    }

    private static double Number(ContractSchema schema) => Math.Min(Math.Max(1, schema.Range.Min), schema.Range.Max);

    private static string Text(ContractSchema schema, Random random, int attempt)
    {
        if (schema.Pattern is { } pattern)
        {
            return pattern.Example(random, attempt);
        }

        const string usual = "example";
        var length = Math.Clamp(usual.Length, schema.Length.Min, Math.Min(schema.Length.Max, Math.Max(schema.Length.Min, 1_000)));
        return string.Concat(Enumerable.Repeat(usual, (length / usual.Length) + 1))[..length];
    }
}
