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
    public static double Of(RestApiStep call, IReadOnlyList<string> fields)
    {
        var most = 0.0;
        foreach (var answer in call.Described?.GoodAnswers ?? [])
        {
            most = Math.Max(most, answer.Schema is { } body ? Of(body, fields, 0) : 0);
        }

        return Math.Min(most, ApiCallAnswer.MaxBytes);
    }

    private static double Of(ApiSchema schema, IReadOnlyList<string> fields, int depth)
    {
        if (depth > MaxDepth)
        {
            return 0;
        }

        var size = OfItself(schema, fields, depth);
        foreach (var part in schema.AllOf)
        {
            size += Of(part, fields, depth + 1);
        }

        var most = 0.0;
        foreach (var choice in schema.AnyOf)
        {
            most = Math.Max(most, Of(choice, fields, depth + 1));
        }

        return size + most;
    }

    // A field of an array is the array of its items' fields.
    private static double OfItself(ApiSchema schema, IReadOnlyList<string> fields, int depth)
    {
        if (schema.Items is { } items)
        {
            return (schema.Bound("maxItems") ?? 0) * Of(items, fields, depth + 1);
        }

        if (fields is [var name, ..])
        {
            return schema.Property(name) is { } field ? Of(field, [.. fields.Skip(1)], depth + 1) : 0;
        }

        if (schema.Types.Contains("string") && schema.Allowed.Count == 0)
        {
            return schema.Bound("maxLength") ?? 0;
        }

        var all = 0.0;
        foreach (var (_, property) in schema.Properties)
        {
            all += property.IsWriteOnly ? 0 : Of(property, [], depth + 1);
        }

        return all;
    }
}
