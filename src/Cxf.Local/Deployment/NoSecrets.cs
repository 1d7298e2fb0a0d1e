using Cxf.ApiCalls.Secrets;

namespace Cxf.Local.Deployment;

/// <summary>The secrets of the sample tenant: none, since the sample CRM asks for none.</summary>
internal sealed class NoSecrets : ISecretSource
{
    public ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken) => new((string?)null);
}
