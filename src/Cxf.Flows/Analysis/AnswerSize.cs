using Cxf.ApiCalls.Answers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>How large the API's description lets a field of an answer get.</summary>
internal static class AnswerSize
{
    /// <summary>How deep types are followed; they may contain themselves.</summary>
    private const int MaxDepth = 8;

    /// <summary>
    /// In bytes, as if each character were one. As with the payload, a field whose length nothing bounds is taken for small.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="fields">The names that lead to the field of the answer's body, at least one.</param>
    public static double Of(RestApiStep call, IReadOnlyList<string> fields) =>
        call.Described is { } operation
            ? operation
                .GoodAnswers.Select(answer => answer.Schema is { } body ? Of(body, fields, 0) : 0)
                .Select(bytes => Math.Min(bytes, ApiCallAnswer.MaxBytes))
                .DefaultIfEmpty(0)
                .Max()
            : 0;

    // A field of an array is the array of its items' fields.
    private static double Of(ApiSchema schema, IReadOnlyList<string> fields, int depth)
    {
        if (depth > MaxDepth)
        {
            return 0;
        }

        var own =
            schema.Items is { } items ? (schema.Bound("maxItems") ?? 0) * Of(items, fields, depth + 1)
            : fields is [var name, ..]
                ? schema.Property(name) is { } field ? Of(field, [.. fields.Skip(1)], depth + 1)
                    : 0
            : schema.Types.Contains("string") && schema.Allowed.Count == 0 ? schema.Bound("maxLength") ?? 0
            : schema.Properties.Where(property => !property.Value.IsWriteOnly).Sum(property => Of(property.Value, [], depth + 1));
        var parts = schema.AllOf.Sum(part => Of(part, fields, depth + 1));
        return own + parts + schema.AnyOf.Select(choice => Of(choice, fields, depth + 1)).DefaultIfEmpty(0).Max();
    }
}
