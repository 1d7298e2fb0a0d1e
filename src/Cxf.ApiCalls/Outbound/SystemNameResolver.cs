using System.Net;

namespace Cxf.ApiCalls.Outbound;

/// <summary>The system's resolver.</summary>
internal sealed class SystemNameResolver : INameResolver
{
    public static SystemNameResolver Instance { get; } = new();

    public async ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        await Dns.GetHostAddressesAsync(host, cancellationToken);
}
