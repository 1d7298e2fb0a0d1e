using System.Net;

namespace Cxf.ApiCalls.Outbound;

/// <summary>Turns host names into addresses. The system's resolver in production; tests say what names resolve to.</summary>
public interface INameResolver
{
    /// <summary>All addresses of a host; a <see cref="System.Net.Sockets.SocketException"/> when it has none.</summary>
    ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}

/// <summary>The system's resolver.</summary>
internal sealed class SystemNameResolver : INameResolver
{
    public static SystemNameResolver Instance { get; } = new();

    public async ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        await Dns.GetHostAddressesAsync(host, cancellationToken);
}
