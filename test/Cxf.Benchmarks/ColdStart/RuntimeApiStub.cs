using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>The Lambda Runtime API for one process: hands out events at once and notes when the answers arrive.</summary>
internal sealed class RuntimeApiStub : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Socket? _socket;

    public RuntimeApiStub() => _listener.Start();

    public string Endpoint => _listener.LocalEndpoint.ToString()!;

    /// <summary>When the process connected, in Stopwatch ticks.</summary>
    public long Connected { get; private set; }

    /// <summary>When it asked for its first event.</summary>
    public long Polled { get; private set; }

    /// <summary>When its first event was sent.</summary>
    public long Sent { get; private set; }

    /// <summary>Serves events until enough are answered; the times of the answers' arrival, in Stopwatch ticks.</summary>
    /// <param name="newBody">Makes each event.</param>
    /// <param name="expected">What every answer contains, so that the time of a failure is no result.</param>
    /// <param name="events">How many to hand out.</param>
    /// <param name="onFirst">Called as soon as the first answer has arrived, while the process waits.</param>
    public IReadOnlyList<long> Serve(Func<string> newBody, string expected, int events, Action onFirst)
    {
        if (_socket is null)
        {
            Accept();
        }

        var times = new List<long>(events);
        var accepted = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"u8.ToArray();
        while (times.Count < events)
        {
            var request = Receive(_socket!);
            if (request.StartsWith("GET ", StringComparison.Ordinal))
            {
                var polled = Stopwatch.GetTimestamp();
                var next = Next(newBody());
                if (Sent == 0)
                {
                    (Polled, Sent) = (polled, Stopwatch.GetTimestamp());
                }

                _socket!.Send(next);
                continue;
            }

            times.Add(Stopwatch.GetTimestamp());
            if (
                !request.Contains("/response HTTP", StringComparison.Ordinal)
                || !request.Contains(expected, StringComparison.Ordinal)
            )
            {
                throw new InvalidOperationException($"The process did not answer {expected}: {request}");
            }

            if (times.Count == 1)
            {
                onFirst();
            }

            _socket!.Send(accepted);
        }

        return times;
    }

    private void Accept()
    {
        if (!_listener.Server.Poll(Limit, SelectMode.SelectRead))
        {
            throw new IOException("it never called the Runtime API.");
        }

        _socket = _listener.AcceptSocket();
        Connected = Stopwatch.GetTimestamp();
        _socket.NoDelay = true;
        _socket.ReceiveTimeout = (int)Limit.TotalMilliseconds;
    }

    private static byte[] Next(string body) =>
        Encoding.UTF8.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                + "Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\n"
                + "Lambda-Runtime-Deadline-Ms: 4102444800000\r\n"
                + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-west-1:123456789012:function:hello\r\n"
                + "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1\r\n"
                + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"
        );

    public void Dispose()
    {
        _socket?.Dispose();
        _listener.Dispose();
    }

    private string Receive(Socket socket)
    {
        var length = 0;
        while (true)
        {
            var received = socket.Receive(_buffer.AsSpan(length));
            length += received > 0 ? received : throw new IOException("it closed its connection.");
            var text = Encoding.UTF8.GetString(_buffer, 0, length);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var size = text.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            var body = size < 0 || size > end ? 0 : int.Parse(text.AsSpan((size + 16)..text.IndexOf('\r', size)));
            if (end >= 0 && length >= end + 4 + body)
            {
                return text;
            }
        }
    }
}
