namespace Cxf.ApiCalls.Authentication;

/// <summary>An AWS access key with the scope that its signatures have.</summary>
internal sealed class AwsSigningKey(string accessKeyId, string secretAccessKey, string? sessionToken, AwsSignatureAuth scope)
{
    public string AccessKeyId { get; } = accessKeyId;

    public string SecretAccessKey { get; } = secretAccessKey;

    public string? SessionToken { get; } = sessionToken;

    public AwsSignatureAuth Scope { get; } = scope;

    public override string ToString() => "(signing key)";
}
