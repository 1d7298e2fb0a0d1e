using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>An HTTP proxy that leads nowhere: it notes which hosts it is asked for, and refuses.</summary>
internal sealed class ConnectProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<string> _hosts = Channel.CreateUnbounded<string>();

    public ConnectProxy()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>For HTTPS_PROXY.</summary>
    public string Address => $"http://{_listener.LocalEndpoint}/";

    /// <summary>The next host and port that is asked for.</summary>
    public ValueTask<string> NextAsync() => _hosts.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream());
                if (await reader.ReadLineAsync() is { } line && line.Split(' ') is ["CONNECT", var host, ..])
                {
                    await client.GetStream().WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
                    _hosts.Writer.TryWrite(host);
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
        {
            _hosts.Writer.TryComplete();
        }
    }
}
