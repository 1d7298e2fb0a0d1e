namespace Cxf.OpenApi;

/// <summary>How an OpenAPI document is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>Where the document was read: a URL or the name of a file. It is kept in the description.</summary>
    public string From { get; init; } = "";

    /// <summary>The IDs of the operations to keep. Default: all.</summary>
    public IReadOnlySet<string>? Operations { get; init; }

    /// <summary>The first parts of the paths to keep, e.g. <c>/leads</c>. Default: all.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>
    /// The base URL that the connection has already; paths are written below it. Default: the first server of the document.
    /// </summary>
    public Uri? BaseUrl { get; init; }
}
