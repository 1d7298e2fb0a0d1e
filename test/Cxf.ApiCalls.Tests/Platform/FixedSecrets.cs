using Cxf.ApiCalls.Secrets;

namespace Cxf.ApiCalls.Tests.Platform;

/// <summary>One secret for every connection, and a count of how often it was read.</summary>
internal sealed class FixedSecrets(string? secret) : ISecretSource
{
    private int _reads;

    public string? Secret { get; set; } = secret;

    public int Reads => _reads;

    public List<SecretName> Names { get; } = [];

    public ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        lock (Names)
        {
            Names.Add(name);
        }

        return ValueTask.FromResult(Secret);
    }
}
