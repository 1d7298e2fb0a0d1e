using Amazon.Runtime;

namespace Cxf.Local.AwsServices;

/// <summary>A request to a service of AWS.</summary>
internal sealed class AwsServiceCall : AmazonWebServiceRequest
{
    /// <summary>The method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The path; names in braces stand for <see cref="PathParts"/>. Default: the root.</summary>
    public string Path { get; init; } = "/";

    /// <summary>What the names in the path stand for. Default: none.</summary>
    public Dictionary<string, string> PathParts { get; } = [];

    /// <summary>The query, or the form of a POST without content. Default: none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>Headers. Default: none.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The body. Default: null, none.</summary>
    public byte[]? Content { get; init; }

    /// <summary>The body's type. Default: null, which is what the pipeline says.</summary>
    public string? ContentType { get; init; }
}
