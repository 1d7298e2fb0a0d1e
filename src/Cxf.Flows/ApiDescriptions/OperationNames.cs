using Cxf.Documents;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>Finds an operation by what a flow calls it: its ID, or its method and path (<c>GET /leads/{id}</c>).</summary>
internal static class OperationNames
{
    public static ApiOperation? Find(ApiDescription description, string name) =>
        description.Operations.TryGetValue(name, out var operation) ? operation
        : name.Split(' ') is [var method, ['/', ..] path] ? description.WithMethod(method).FirstOrDefault(one => one.Path == path)
        : null;

    /// <summary>Which name to use, as a sentence or two.</summary>
    public static string Suggest(ApiDescription description, string wrong)
    {
        IReadOnlyCollection<string> names =
            wrong.Contains(' ') || wrong.Contains('/')
                ? [.. description.Operations.Values.Select(operation => operation.ToString())]
                : [.. description.Operations.Keys];
        return description.Operations.Count == 0
            ? "The description has no operations: import it again with cxf connection import."
            : Suggestion.Of(wrong, names);
    }
}
