using System.Buffers.Binary;
using System.Net.Security;
using System.Net.Sockets;

namespace Cxf.ApiCalls.Tests.Platform;

/// <summary>A third party that speaks HTTP/2 in bare frames (RFC 9113 section 4), for what no decent server does.</summary>
internal sealed class FrameServer : IAsyncDisposable
{
    private const int HeaderLength = 9;
    private const int PrefaceLength = 24;
    private const byte EndStream = 0x1;
    private const byte EndHeaders = 0x4;

    private readonly RawServer _server;
    private readonly Func<FrameStream, Task> _answer;
    private readonly SemaphoreSlim _writing = new(1);
    private int _streams;

    /// <param name="answer">Answers one request, after all of it came.</param>
    public FrameServer(Func<FrameStream, Task> answer)
    {
        _answer = answer;
        _server = new RawServer(ServeAsync);
    }

    public Uri Url => new($"https://localhost:{_server.Port}");

    public int Connections => _server.Connections;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _writing.Dispose();
    }

    private async Task ServeAsync(Socket socket, int connection, CancellationToken cancellationToken)
    {
        await using var tls = new SslStream(new NetworkStream(socket));
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = TestCertificates.Localhost,
                ApplicationProtocols = [SslApplicationProtocol.Http2],
            },
            cancellationToken
        );
        var preface = new byte[PrefaceLength];
        await tls.ReadExactlyAsync(preface, cancellationToken);
        await WriteAsync(tls, FrameType.Settings, 0, 0, []);
        while (true)
        {
            var (type, flags, stream) = await ReadAsync(tls, cancellationToken);
            if (type == FrameType.Settings && flags == 0)
            {
                await WriteAsync(tls, FrameType.Settings, 0x1, 0, []);
            }

            if (type is FrameType.Headers or FrameType.Data && (flags & EndStream) != 0)
            {
                var number = Interlocked.Increment(ref _streams);
                await _answer(new FrameStream(this, tls, stream, number, connection));
            }
        }
    }

    private static async Task<(FrameType Type, byte Flags, int Stream)> ReadAsync(Stream tls, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        await tls.ReadExactlyAsync(header, cancellationToken);
        await tls.ReadExactlyAsync(new byte[(header[0] << 16) | (header[1] << 8) | header[2]], cancellationToken);
        return ((FrameType)header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)));
    }

    private async Task WriteAsync(Stream tls, FrameType type, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[HeaderLength + payload.Length];
        frame[1] = (byte)(payload.Length >> 8);
        frame[2] = (byte)payload.Length;
        frame[3] = (byte)type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, HeaderLength);
        await _writing.WaitAsync();
        try
        {
            await tls.WriteAsync(frame);
            await tls.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }
    }

    private static byte[] Numbers(params ReadOnlySpan<int> numbers)
    {
        var bytes = new byte[numbers.Length * 4];
        for (var index = 0; index < numbers.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(index * 4), numbers[index]);
        }

        return bytes;
    }

    private enum FrameType : byte
    {
        Data = 0x0,
        Headers = 0x1,
        Reset = 0x3,
        Settings = 0x4,
        GoAway = 0x7,
    }

    /// <summary>One request.</summary>
    /// <param name="Server">The server.</param>
    /// <param name="Tls">Its connection.</param>
    /// <param name="Id">Its stream.</param>
    /// <param name="Number">Which request of the server it is, from 1.</param>
    /// <param name="Connection">Which connection of the server it came over, from 1.</param>
    internal readonly record struct FrameStream(FrameServer Server, Stream Tls, int Id, int Number, int Connection)
    {
        /// <summary>Answers 204, which is entry 9 of the static table (RFC 7541 appendix A).</summary>
        public Task AnswerAsync() => Server.WriteAsync(Tls, FrameType.Headers, EndStream | EndHeaders, Id, [0x80 | 9]);

        /// <summary>Ends the stream with RST_STREAM.</summary>
        public Task ResetAsync(int errorCode) => Server.WriteAsync(Tls, FrameType.Reset, 0, Id, Numbers(errorCode));

        /// <summary>
        /// Announces the connection's end with GOAWAY, whose last stream is before this one; the client closes it.
        /// </summary>
        public Task GoAwayAsync(int errorCode) =>
            Server.WriteAsync(Tls, FrameType.GoAway, 0, 0, Numbers(Id > 2 ? Id - 2 : 0, errorCode));
    }
}
