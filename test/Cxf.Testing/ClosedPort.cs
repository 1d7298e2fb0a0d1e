using System.Net;
using System.Net.Sockets;

namespace Cxf.Testing;

/// <summary>A port of this machine that refuses connections, and that nobody else gets as long as this exists.</summary>
public sealed class ClosedPort : IDisposable
{
    // Bound and not listening.
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Takes a free port.</summary>
    public ClosedPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>Where nobody listens.</summary>
    public Uri Address => new($"http://{_socket.LocalEndPoint}");

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();
}
