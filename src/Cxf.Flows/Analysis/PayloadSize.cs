using Cxf.Flows.Contracts;

namespace Cxf.Flows.Analysis;

/// <summary>How large a contract lets the payload get, or a field of it.</summary>
internal static class PayloadSize
{
    /// <summary>
    /// What a contact flow can send at all: it makes the payload of the contact's attributes, which hold 32 KB (Amazon Connect
    /// quotas, "Contact attributes").
    /// </summary>
    private const double MaxBytes = 32 * 1024;

    /// <summary>In bytes. A field whose length nothing bounds is taken for small: people type and say little.</summary>
    public static double Of(ContractSchema contract, IReadOnlyList<string> fields)
    {
        var schema = contract;
        foreach (var field in fields)
        {
            if (!schema.Properties.TryGetValue(field, out var inner))
            {
                return 0;
            }

            schema = inner;
        }

        return fields.Count == 0 ? MaxBytes : Math.Min(MaxBytes, Of(schema));
    }

    private static double Of(ContractSchema schema) =>
        schema.Type switch
        {
            ContractType.String when schema.Length.Max < int.MaxValue => schema.Length.Max,
            ContractType.Array when schema.ItemCount.Max < int.MaxValue && schema.Items is { } items => schema.ItemCount.Max
                * Of(items),
            ContractType.Object => schema.Properties.Values.Sum(Of),
            _ => 0,
        };
}
