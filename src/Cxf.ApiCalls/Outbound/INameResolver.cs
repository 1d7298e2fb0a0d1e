using System.Net;

namespace Cxf.ApiCalls.Outbound;

/// <summary>Turns host names into addresses. The system's resolver in production; tests say what names resolve to.</summary>
public interface INameResolver
{
    /// <summary>All addresses of a host; a <see cref="System.Net.Sockets.SocketException"/> when it has none.</summary>
    ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
