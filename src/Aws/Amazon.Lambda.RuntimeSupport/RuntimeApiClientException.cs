namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API gave an unexpected answer; the process cannot continue.</summary>
public class RuntimeApiClientException : Exception
{
    public RuntimeApiClientException(
        string message,
        int statusCode,
        string? response,
        Dictionary<string, IEnumerable<string>>? headers,
        Exception? innerException
    )
        : base(message, innerException) => (StatusCode, Response, Headers) = (statusCode, response, headers);

    /// <summary>The HTTP status; 0 if there was no answer.</summary>
    public int StatusCode { get; }

    public string? Response { get; }

    public Dictionary<string, IEnumerable<string>>? Headers { get; }

    public override string ToString() => $"HTTP Response: {Response}{Environment.NewLine}{base.ToString()}";
}
