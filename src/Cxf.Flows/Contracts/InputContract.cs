using System.Text.Json;

namespace Cxf.Flows.Contracts;

/// <summary>What a flow asks of its payload. Contact flows deliver only strings, so checking also converts.</summary>
/// <param name="Schema">The payload's schema.</param>
/// <param name="Source">The contract as written, to be kept with the published flow.</param>
public sealed record InputContract(ContractSchema Schema, JsonElement Source)
{
    /// <summary>The contract of a flow that does not state one: any object.</summary>
    public static InputContract Open { get; } =
        new(new ContractSchema { Type = ContractType.Object }, JsonElement.Parse("""{"type":"object"}"""));

    /// <summary>
    /// Checks a payload and gives it back with the conversions the contract asks for: a string that is exactly a JSON
    /// number, <c>true</c> or <c>false</c> becomes one where the contract wants one.
    /// </summary>
    public PayloadCheck Check(JsonElement payload) => PayloadCheck.Of(Schema, payload);

    /// <summary>The same, with the work counted that a document's own payloads cause when it is checked.</summary>
    internal PayloadCheck Check(JsonElement payload, Action<long> spend) => PayloadCheck.Of(Schema, payload, spend);

    /// <summary>JSON pointers of the members that hold personal data; <c>*</c> stands for every item of an array.</summary>
    public IReadOnlyList<string> SensitiveFields() => [.. SensitiveFields(Schema, "")];

    /// <summary>
    /// The names of those members and of all members inside them: what a printer without a place to go by hides, and what is not
    /// stored of a third party's answer, which can have them anywhere.
    /// </summary>
    public IReadOnlyList<string> SensitiveNames() => [.. SensitiveNames(Schema, null, false).Distinct()];

    private static IEnumerable<string> SensitiveNames(ContractSchema schema, string? name, bool isInside)
    {
        isInside |= schema.Sensitive;
        var inner = schema
            .Properties.SelectMany(member => SensitiveNames(member.Value, member.Key, isInside))
            .Concat(schema.Items is null ? [] : SensitiveNames(schema.Items, name, isInside));
        return isInside && name is not null ? inner.Prepend(name) : inner;
    }

    private static IEnumerable<string> SensitiveFields(ContractSchema schema, string pointer)
    {
        if (schema.Sensitive)
        {
            return [pointer];
        }

        var members = schema.Properties.SelectMany(member =>
            SensitiveFields(member.Value, Documents.JsonPointer.Append(pointer, member.Key))
        );
        return schema.Items is null ? members : members.Concat(SensitiveFields(schema.Items, pointer + "/*"));
    }
}
