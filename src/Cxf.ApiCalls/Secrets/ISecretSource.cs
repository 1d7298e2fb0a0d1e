using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Secrets;

/// <summary>Where secrets come from: SSM parameters on AWS, files in local runs.</summary>
public interface ISecretSource
{
    /// <summary>
    /// The secret's text, a JSON object whose members depend on the connection's auth kind, or null. An
    /// exception means that the source cannot be reached; the call then fails with <see cref="ErrorCodes.ApiUnavailable"/>.
    /// </summary>
    ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken);
}

/// <summary>Where the refresh tokens go that token endpoints replace, so that they survive the end of a process.</summary>
public interface ISecretWriter
{
    /// <summary>
    /// Writes a text, encrypted, if the store still contains the expected one; whether it did. An exception means that the store
    /// cannot be written.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="expected">The text that is replaced; null to create the secret.</param>
    /// <param name="text">The new text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<bool> TryReplaceAsync(SecretName name, string? expected, string text, CancellationToken cancellationToken);
}

/// <summary>
/// The name of a connection's secret: <c>/cxf/&lt;stage&gt;/&lt;tenant&gt;/&lt;connection&gt;</c>. It is derived from the caller,
/// so that no document can name another tenant's secret.
/// </summary>
public readonly record struct SecretName
{
    private readonly string? _value;

    private SecretName(string value) => _value = value;

    /// <summary>The parameter's name; empty only in <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>The name of the secret of one connection.</summary>
    public static SecretName For(StageName stage, TenantId tenant, ConnectionId connection) =>
        new($"{PathOf(stage, tenant)}/{connection}");

    /// <summary>
    /// The name of the refresh token that replaced the one in a connection's secret. Its end tells it from every secret, because
    /// no connection has a dot in its ID.
    /// </summary>
    public static SecretName ForRotated(StageName stage, TenantId tenant, ConnectionId connection) =>
        new($"{PathOf(stage, tenant)}/{connection}.rotated");

    /// <summary>What the names of all secrets of a tenant begin with, up to the slash before the connection.</summary>
    public static string PathOf(StageName stage, TenantId tenant) => $"/cxf/{stage}/{tenant}";

    /// <inheritdoc />
    public override string ToString() => Value;
}
