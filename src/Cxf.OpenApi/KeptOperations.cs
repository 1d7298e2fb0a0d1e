using Cxf.Documents;

namespace Cxf.OpenApi;

/// <summary>The operations that the options keep.</summary>
internal static class KeptOperations
{
    /// <summary>Those that are kept.</summary>
    /// <exception cref="ImportException">An option names something that is not there.</exception>
    public static IReadOnlyList<FoundOperation> Of(IReadOnlyList<FoundOperation> found, ImportOptions options)
    {
        if (options.Operations?.FirstOrDefault(id => found.All(one => one.Id != id)) is { } wrong)
        {
            throw new ImportException(
                $"The document has no operation \"{wrong}\".",
                Suggestion.Of(wrong, [.. found.Select(one => one.Id)])
            );
        }

        if (options.Paths.FirstOrDefault(path => !found.Any(one => IsBelow(one, path))) is { } nowhere)
        {
            throw new ImportException(
                $"The document has no path that begins with \"{nowhere}\".",
                Suggestion.Of(nowhere, [.. found.Select(one => one.Path).Distinct()])
            );
        }

        return options.Operations is null && options.Paths.Count == 0
            ? found
            :
            [
                .. found.Where(one =>
                    options.Operations?.Contains(one.Id) == true || options.Paths.Any(path => IsBelow(one, path))
                ),
            ];
    }

    private static bool IsBelow(FoundOperation one, string first) => one.Path.StartsWith(first, StringComparison.Ordinal);
}
