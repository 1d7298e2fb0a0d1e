using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>
/// HTTP/1.1 over one kept-alive socket with blocking calls and one reused buffer. Between invocations the process can only wait,
/// and a blocking read needs neither the thread pool nor the socket engine's thread, which an asynchronous read would start
/// before the first event.
/// </summary>
internal sealed class RuntimeApiConnection(RuntimeApiEndpoint endpoint) : IDisposable
{
    private const int InitialBuffer = 16 * 1024;

    /// <summary>Above this size, the buffer of a large event is released.</summary>
    private const int KeptBuffer = 1024 * 1024;

    /// <summary>Events have at most 6 MB (Lambda quotas); the rest is room for heads and for quotas to grow.</summary>
    private const int LargestAnswer = 64 * 1024 * 1024;

    private byte[] _buffer = new byte[InitialBuffer];
    private int _filled;
    private Socket? _socket;
    private volatile bool _closed;

    /// <summary>Sends a request and reads the whole answer.</summary>
    public RuntimeApiAnswer Exchange(scoped ReadOnlySpan<byte> head, scoped ReadOnlySpan<byte> body)
    {
        var reused = _socket is not null;
        try
        {
            Send(head, body);
            return Receive();
        }
        catch (Exception e) when (reused && !_closed && _filled == 0 && e is SocketException or EndOfStreamException)
        {
            // The other side may close an idle connection at any time. A second copy of a request does no harm:
            // the next event is handed out again, and an answer to an answered invocation is refused.
            Disconnect();
            Send(head, body);
            return Receive();
        }
    }

    /// <summary>Ends a waiting exchange from another thread; no other will succeed.</summary>
    public void Close()
    {
        _closed = true;
        _socket?.Dispose();
    }

    public void Dispose() => Close();

    private void Send(scoped ReadOnlySpan<byte> head, scoped ReadOnlySpan<byte> body)
    {
        _filled = 0;
        if (_buffer.Length > KeptBuffer)
        {
            _buffer = new byte[InitialBuffer];
        }

        var connected = _socket ??= Connect();
        // Close may have been called while the connection was being opened, and have found nothing to close.
        ObjectDisposedException.ThrowIf(_closed, this);
        if (head.Length + body.Length <= _buffer.Length)
        {
            // Nothing has been received yet, so the buffer can hold the request: one system call, one packet.
            head.CopyTo(_buffer);
            body.CopyTo(_buffer.AsSpan(head.Length));
            SendAll(connected, _buffer.AsSpan(0, head.Length + body.Length));
            return;
        }

        SendAll(connected, head);
        SendAll(connected, body);
    }

    private static void SendAll(Socket connected, scoped ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[connected.Send(bytes)..];
        }
    }

    private RuntimeApiAnswer Receive()
    {
        var headLength = ReceiveHead();
        var status = HttpHead.Status(_buffer.AsSpan(0, headLength));
        var head = _buffer.AsSpan(0, headLength);
        int bodyLength;
        if (HttpHead.TryFind(head, "transfer-encoding"u8, out var coding) && coding.IndexOf("chunked"u8) >= 0)
        {
            bodyLength = ReceiveChunks(headLength);
        }
        else if (HttpHead.TryFind(head, "content-length"u8, out var text))
        {
            bodyLength =
                Utf8Parser.TryParse(text, out int length, out var used) && used == text.Length && length >= 0
                    ? length
                    : throw new InvalidDataException("The Runtime API's Content-Length is not a number.");
            ReceiveUntil(headLength + bodyLength);
        }
        else
        {
            bodyLength = status == 204 ? 0 : ReceiveToEnd(headLength);
        }

        head = _buffer.AsSpan(0, headLength);
        if (HttpHead.TryFind(head, "connection"u8, out var connection) && connection.SequenceEqual("close"u8))
        {
            Disconnect();
        }

        return new RuntimeApiAnswer(status, head, _buffer, headLength, bodyLength);
    }

    /// <summary>Reads until the blank line; the length includes it.</summary>
    private int ReceiveHead()
    {
        var searched = 0;
        while (true)
        {
            var end = _buffer.AsSpan(searched, _filled - searched).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return searched + end + 4;
            }

            searched = Math.Max(0, _filled - 3);
            ReceiveMore();
        }
    }

    /// <summary>Joins the chunks (RFC 9112, 7.1) in place, right after the head.</summary>
    private int ReceiveChunks(int bodyStart)
    {
        var (read, write) = (bodyStart, bodyStart);
        while (true)
        {
            var line = ReceiveLine(read);
            var size = _buffer.AsSpan(read, line - read);
            if (!Utf8Parser.TryParse(size, out int length, out _, 'x') || length < 0)
            {
                throw new InvalidDataException("The Runtime API's chunk has no size.");
            }

            read = line + 2;
            if (length == 0)
            {
                // Trailers, if any, end with an empty line as well.
                while ((line = ReceiveLine(read)) != read)
                {
                    read = line + 2;
                }

                return write - bodyStart;
            }

            ReceiveUntil(read + length + 2);
            _buffer.AsSpan(read, length).CopyTo(_buffer.AsSpan(write));
            write += length;
            read += length + 2;
        }
    }

    /// <summary>The position of the line end at or after <paramref name="from"/>.</summary>
    private int ReceiveLine(int from)
    {
        while (true)
        {
            var end = _buffer.AsSpan(from, _filled - from).IndexOf("\r\n"u8);
            if (end >= 0)
            {
                return from + end;
            }

            ReceiveMore();
        }
    }

    private void ReceiveUntil(int length)
    {
        if (length > _buffer.Length)
        {
            Grow(length);
        }

        while (_filled < length)
        {
            ReceiveMore();
        }
    }

    private int ReceiveToEnd(int bodyStart)
    {
        try
        {
            while (true)
            {
                ReceiveMore();
            }
        }
        catch (EndOfStreamException)
        {
            Disconnect();
            return _filled - bodyStart;
        }
    }

    private void ReceiveMore()
    {
        if (_filled == _buffer.Length)
        {
            Grow(_filled + 1);
        }

        var received = _socket!.Receive(_buffer.AsSpan(_filled));
        _filled += received > 0 ? received : throw new EndOfStreamException("The Runtime API closed the connection.");
    }

    private void Grow(int needed) =>
        Array.Resize(
            ref _buffer,
            needed <= LargestAnswer
                ? Math.Max(needed, Math.Min(_buffer.Length * 2, LargestAnswer))
                : throw new InvalidDataException($"The Runtime API's answer has more than {LargestAnswer} bytes.")
        );

    private Socket Connect()
    {
        // On Lambda it is an address; only local tools use names.
        var isAddress = IPAddress.TryParse(endpoint.Host, out var address);
        var made = isAddress
            ? new Socket(address!.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        made.NoDelay = true;
        if (isAddress)
        {
            made.Connect(address!, endpoint.Port);
        }
        else
        {
            made.Connect(endpoint.Host, endpoint.Port);
        }

        return made;
    }

    private void Disconnect()
    {
        _socket?.Dispose();
        _socket = null;
    }
}
