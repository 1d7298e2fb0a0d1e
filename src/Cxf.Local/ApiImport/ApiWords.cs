using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.ApiDescriptions;

namespace Cxf.Local.ApiImport;

/// <summary>What a description says, in the few words that fit into a line: in a command, an editor and a form.</summary>
internal static class ApiWords
{
    private const int MaxValues = 12;
    private const int MaxDepth = 4;

    /// <summary>An operation: method and path, and what it does.</summary>
    public static string Of(ApiOperation operation) =>
        operation.Summary.Length > 0 ? $"{operation}: {operation.Summary}" : operation.ToString();

    /// <summary>A parameter: where it is, whether it is required, and what it must be.</summary>
    public static string Of(ApiParameter parameter) =>
        $"{Place(parameter)}{(parameter.IsRequired ? ", required" : "")}, {Of(parameter.Schema)}";

    /// <summary>Where a parameter is: path, query or header.</summary>
    public static string Place(ApiParameter parameter) => parameter.Place.ToString().ToLowerInvariant();

    /// <summary>What a value must be.</summary>
    public static string Of(ApiSchema schema) => Of(schema, 0);

    /// <summary>
    /// The name of a type, also where it is wrapped to say more about it, such as that it may be null; null if it has none.
    /// </summary>
    public static string? NameOf(ApiSchema schema) => schema.Name ?? schema.Wrapped?.Name;

    private static string Of(ApiSchema schema, int depth)
    {
        if (depth > MaxDepth)
        {
            return "any";
        }

        if (schema.Wrapped is { } only)
        {
            return Of(only, depth + 1) + (schema.IsNullable && !only.IsNullable ? ", or null" : "");
        }

        var types =
            schema.Types.Count > 0 ? string.Join(" or ", schema.Types)
            : schema.AllOf.Any() ? "object"
            : schema.AnyOf.Any() ? string.Join(" or ", schema.AnyOf.Select(one => NameOf(one) ?? Of(one, depth + 1)).Distinct())
            : "any";
        if (schema.Types.Contains("array") && schema.Items is { } items)
        {
            types += $" of {NameOf(items) ?? (items.AllTypes.Count > 0 ? string.Join(" or ", items.AllTypes) : "any")}";
        }

        return (schema.Name is { } name ? $"{name} ({types})" : types)
            + (schema.Format is { } format ? $", {format}" : "")
            + (schema.Allowed is { Count: > 0 } allowed ? $", one of {Listed(allowed)}" : "");
    }

    private static string Listed(IReadOnlyList<JsonElement> values) =>
        string.Join(", ", values.Take(MaxValues).Select(value => value.AsText())) + (values.Count > MaxValues ? ", …" : "");
}
