using Cxf.Flows.ApiDescriptions;

namespace Cxf.Local.Schemas;

/// <summary>What a description says of a call, in the words that an author sees while filling it in.</summary>
internal static class DescribedCall
{
    /// <summary>The members of an object that a request can have, also those of the schemas that it must meet as well.</summary>
    public static IReadOnlyList<KeyValuePair<string, ApiSchema>> MembersOf(ApiSchema schema) =>
        [.. All(schema, 4).Where(member => !member.Value.IsReadOnly).DistinctBy(member => member.Key)];

    /// <summary>An operation in a line: method and path, and what it does.</summary>
    public static string Words(ApiOperation operation) =>
        operation.Summary.Length > 0 ? $"{operation}: {operation.Summary}" : operation.ToString();

    /// <summary>A parameter: where it is, whether it is required, and what it must be.</summary>
    public static string Words(ApiParameter parameter) =>
        Joined([$"{parameter.Place}".ToLowerInvariant(), parameter.IsRequired ? "required" : "", Words(parameter.Schema)]);

    /// <summary>What a value must be; empty if nothing is known.</summary>
    public static string Words(ApiSchema schema) =>
        Joined([
            string.Join(" or ", schema.Types),
            schema.Format ?? "",
            schema.Allowed.Count > 0 ? $"one of {string.Join(", ", schema.Allowed)}" : "",
        ]);

    /// <summary>What an operation takes, a name for each parameter and each member of the body with what it must be.</summary>
    public static IEnumerable<(string Name, string Words)> Parameters(ApiOperation operation) =>
        operation.Parameters.Select(parameter => (parameter.Name, Words(parameter)));

    /// <summary>The members of the body of an operation; none if it has no body with members.</summary>
    public static IEnumerable<(string Name, string Words)> Body(ApiOperation operation)
    {
        if (operation.Body?.Content is not [var content, ..])
        {
            return [];
        }

        var required = content.Value.Required.Concat(content.Value.AllOf.SelectMany(part => part.Required)).ToHashSet();
        return MembersOf(content.Value)
            .Select(member => (member.Key, Joined([required.Contains(member.Key) ? "required" : "", Words(member.Value)])));
    }

    private static IEnumerable<KeyValuePair<string, ApiSchema>> All(ApiSchema schema, int depth) =>
        depth == 0 ? [] : schema.Properties.Concat(schema.AllOf.SelectMany(part => All(part, depth - 1)));

    private static string Joined(IEnumerable<string> parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
