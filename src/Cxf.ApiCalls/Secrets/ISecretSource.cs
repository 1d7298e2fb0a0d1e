namespace Cxf.ApiCalls.Secrets;

/// <summary>Where secrets come from: SSM parameters on AWS, files in local runs.</summary>
public interface ISecretSource
{
    /// <summary>
    /// The secret's text, a JSON object whose members depend on the connection's auth kind, or null if there is none. An
    /// exception means that the source cannot be reached; the call then fails with <see cref="ErrorWords.ApiUnavailable"/>.
    /// </summary>
    ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken);
}
