using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cxf.ApiCalls.Tests.Platform;

/// <summary>A third party of bare sockets, for what no decent server does.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Socket, int, CancellationToken, Task> _serve;
    private readonly Task _accepting;
    private int _connections;

    public RawServer(Func<Socket, int, CancellationToken, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Url => new($"http://127.0.0.1:{Port}");

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>A server that reads a request's headers, sends a text and closes.</summary>
    public static RawServer Answering(string text) =>
        new(
            async (socket, _, cancellationToken) =>
            {
                await ReadHeadersAsync(socket, cancellationToken);
                await SendAsync(socket, text, cancellationToken);
            }
        );

    public static async Task<string> ReadHeadersAsync(Socket socket, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer, cancellationToken);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    public static async Task SendAsync(Socket socket, string text, CancellationToken cancellationToken) =>
        await socket.SendAsync(Encoding.Latin1.GetBytes(text), cancellationToken);

    /// <summary>Ends a connection with RST instead of FIN.</summary>
    public static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                serving.Add(ServeAsync(socket, Interlocked.Increment(ref _connections)));
            }
        }
        catch (Exception exception)
            when (exception
                    is OperationCanceledException
                        or SocketException
                        or ObjectDisposedException
                        or InvalidOperationException
            )
        {
            // The listener was closed, while it waited or (InvalidOperationException) just before it would have.
        }

        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(Socket socket, int number)
    {
        using (socket)
        {
            try
            {
                await _serve(socket, number, _stop.Token);
            }
            catch (Exception exception)
                when (exception is OperationCanceledException or SocketException or ObjectDisposedException or IOException)
            {
                // The other side, or the test's end, closed the connection: what these tests are about.
            }
        }
    }
}
