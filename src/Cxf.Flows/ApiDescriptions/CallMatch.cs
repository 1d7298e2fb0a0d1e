using Cxf.Documents;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>What a description says of a method on a path.</summary>
/// <param name="Operation">The operation that it is; null if that is not certain, or if the API has no such operation.</param>
/// <param name="Problem">Why there is certainly none, as a sentence; null if there may be one.</param>
/// <param name="Fix">What to write instead.</param>
/// <param name="IsMethod">Whether the path exists, and only the method is wrong.</param>
internal sealed record CallMatch(ApiOperation? Operation, string? Problem = null, string Fix = "", bool IsMethod = false)
{
    private static readonly CallMatch Unknown = new(default(ApiOperation));

    /// <summary>Finds the operation of a method on a path.</summary>
    public static CallMatch Of(ApiDescription description, string method, PathText path)
    {
        var segments = path.Text.Split('/');
        var fitting = description
            .WithMethod(method)
            .Where(operation => Fits(segments, operation.Path.Split('/')))
            .GroupBy(operation => Parameters(segments, operation.Path.Split('/')), StringComparer.Ordinal)
            .MinBy(group => group.Key, StringComparer.Ordinal)
            ?.ToList();
        if (fitting is not null)
        {
            // A part that is not known can make it another one: /calls/{id} or /calls/{id}.json.
            return fitting.Count > 1 && segments.Any(HasHole) ? Unknown : new CallMatch(fitting[0]);
        }

        var others = description.Operations.Values.Where(operation => Fits(segments, operation.Path.Split('/'))).ToList();
        if (others.Count > 0)
        {
            return path.HasKnownSegments || !CanBegin(description.WithMethod(method), path)
                ? new CallMatch(
                    null,
                    $"The API has no {method} {others[0].Path}.",
                    $"Use one of: {string.Join(", ", others.Select(operation => operation.Method).Distinct())}.",
                    IsMethod: true
                )
                : Unknown;
        }

        if (!path.HasKnownSegments && CanBegin(description.Operations.Values, path))
        {
            return Unknown;
        }

        var shown = path.Text.Replace(PathText.Encoded, '…').Replace(PathText.Anything, '…');
        return new CallMatch(null, $"The API has no path \"{shown}\".", Suggest(description, method, path));
    }

    // What is spelled out goes before parameters, from left to right: /leads/search is not /leads/{id} with another value. Parts
    // that are not known say nothing.
    private static string Parameters(string[] segments, string[] template) =>
        string.Concat(segments.Zip(template, (segment, part) => HasHole(segment) ? "" : Rank(part)));

    private static string Rank(string part) =>
        !part.Contains('{') ? "0"
        : part is ['{', .., '}'] ? "2"
        : "1";

    private static bool HasHole(string segment) => segment.IndexOfAny([PathText.Encoded, PathText.Anything]) >= 0;

    // A part that is known only when the flow runs stands for a parameter, never for a part that the API spells out.
    private static bool Fits(string[] segments, string[] template)
    {
        if (segments.Length != template.Length)
        {
            return false;
        }

        for (var i = 0; i < segments.Length; i++)
        {
            if (!Fits(segments[i], template[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(string segment, string template)
    {
        var open = template.IndexOf('{');
        if (open < 0)
        {
            return segment == template;
        }

        var (start, end) = (template[..open], template[(template.LastIndexOf('}') + 1)..]);
        return segment.Length > start.Length + end.Length
                && segment.StartsWith(start, StringComparison.Ordinal)
                && segment.EndsWith(end, StringComparison.Ordinal)
            || HasHole(segment);
    }

    // Whether the text before the first part that can be anything is the beginning of one of the paths.
    private static bool CanBegin(IEnumerable<ApiOperation> operations, PathText path)
    {
        var hole = path.Text.IndexOf(PathText.Anything);
        var known = path.Text[..(hole < 0 ? path.Text.Length : hole)].Split('/');
        return operations.Any(operation =>
        {
            var template = operation.Path.Split('/');
            for (var i = 0; i < known.Length; i++)
            {
                var isLast = i == known.Length - 1;
                if (
                    i >= template.Length
                    || (
                        isLast
                            ? !template[i].Contains('{') && !template[i].StartsWith(known[i], StringComparison.Ordinal)
                            : !Fits(known[i], template[i])
                    )
                )
                {
                    return false;
                }
            }

            return true;
        });
    }

    private static string Suggest(ApiDescription description, string method, PathText path)
    {
        // A path is compared best with one that has the same values for its parameters.
        var wrong = path.Text.Replace(PathText.Encoded.ToString(), "{id}").Replace(PathText.Anything.ToString(), "{id}");
        var segments = wrong.Split('/');
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in description.WithMethod(method).Concat(description.Operations.Values))
        {
            var filled = operation
                .Path.Split('/')
                .Select((part, index) => part.Contains('{') && index < segments.Length ? segments[index] : part);
            paths.TryAdd(string.Join('/', filled), operation.Path);
        }

        return Suggestion.Nearest(wrong, paths.Keys) is { } nearest
            ? $"Did you mean \"{paths[nearest]}\"?"
            : Suggestion.Of(wrong, [.. paths.Values.Distinct()]);
    }
}
