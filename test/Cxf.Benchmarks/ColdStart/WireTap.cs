using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>
/// Stands between a program and a server, hands the bytes on, and notes when a request came and when its answer had gone.
/// Blocking threads: what they add is one more loopback hop.
/// </summary>
internal sealed class WireTap : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _turn = new();
    private readonly List<Exchange> _exchanges = [];
    private readonly IPEndPoint _target;

    public WireTap(Uri target)
    {
        _target = new IPEndPoint(IPAddress.Loopback, target.Port);
        _listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    /// <summary>Where programs find the server instead.</summary>
    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>What was asked since the last call of this method, in order.</summary>
    public IReadOnlyList<Exchange> Take()
    {
        lock (_turn)
        {
            Exchange[] taken = [.. _exchanges];
            _exchanges.Clear();
            return taken;
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var client = _listener.AcceptSocket();
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                client.NoDelay = true;
                server.Connect(_target);
                var connection = new Connection(this);
                new Thread(() => Copy(client, server, connection.Asked)) { IsBackground = true }.Start();
                new Thread(() => Copy(server, client, connection.Answered)) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // Disposed: nobody listens any more.
        }
    }

    private static void Copy(Socket from, Socket to, Action note)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (from.Receive(buffer) is > 0 and var length)
            {
                note();
                to.Send(buffer.AsSpan(0, length));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The program was ended; so is its connection.
        }
    }

    /// <summary>A request and its answer, in Stopwatch ticks.</summary>
    internal readonly record struct Exchange(long Asked, long Answered);

    // A process that starts asks on more than one connection at once.
    private sealed class Connection(WireTap tap)
    {
        private int _last = -1;

        // A request or an answer may come in several pieces: the first of a request and the last of an answer count.
        public void Asked()
        {
            var now = Stopwatch.GetTimestamp();
            lock (tap._turn)
            {
                if (_last < 0 || _last >= tap._exchanges.Count || tap._exchanges[_last].Answered > 0)
                {
                    _last = tap._exchanges.Count;
                    tap._exchanges.Add(new Exchange(now, 0));
                }
            }
        }

        public void Answered()
        {
            var now = Stopwatch.GetTimestamp();
            lock (tap._turn)
            {
                if (_last >= 0 && _last < tap._exchanges.Count)
                {
                    tap._exchanges[_last] = tap._exchanges[_last] with { Answered = now };
                }
            }
        }
    }
}
