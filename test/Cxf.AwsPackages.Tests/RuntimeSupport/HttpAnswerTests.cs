using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Cxf.AwsPackages.Tests.RuntimeSupport;

/// <summary>HTTP answers as the network may cut them, from a server that sends exactly these bytes.</summary>
public sealed class HttpAnswerTests
{
    public static TheoryData<string, int> Answers
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var piece in new[] { 1, 2, 3, 7, 1000 })
            {
                data.Add("HTTP/1.1 200 OK\r\nX-Kept: a: b \r\nContent-Length: 11\r\n\r\nhello\r\n\r\nyz", piece);
                data.Add(
                    "HTTP/1.1 200 OK\r\nx-kept:a: b\r\ntransfer-encoding: "
                        + "chunked\r\n\r\n5\r\nhello\r\n6;ext=1\r\n\r\n\r\nyz\r\n0\r\n\r\n",
                    piece
                );
                data.Add(
                    "HTTP/1.1 200\r\nX-KEPT: a: b\r\nTransfer-Encoding: "
                        + "chunked\r\n\r\nb\r\nhello\r\n\r\nyz\r\n0\r\nTrailer: t\r\n\r\n",
                    piece
                );
                data.Add("HTTP/1.1 200 OK\r\nX-Kept:\ta: b\r\n\r\nhello\r\n\r\nyz", piece);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_is_read_whole(string answer, int piece)
    {
        var (status, kept, body) = await ExchangeAsync(answer, piece);

        Assert.Equal((200, "a: b", "hello\r\n\r\nyz"), (status, kept, body));
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n")]
    public Task What_is_not_an_answer_is_refused(string answer) =>
        Assert.ThrowsAsync<InvalidDataException>(() => ExchangeAsync(answer, 1000));

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell")]
    public Task An_answer_that_ends_early_is_refused(string answer) =>
        Assert.ThrowsAsync<EndOfStreamException>(() => ExchangeAsync(answer, 1000));

    private static async Task<(int Status, string? Kept, string Body)> ExchangeAsync(string answer, int piece)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serve = Task.Run(
            () => Serve(listener, Encoding.ASCII.GetBytes(answer), piece),
            TestContext.Current.CancellationToken
        );
        using var connection = new RuntimeApiConnection(RuntimeApiEndpoint.Parse(listener.LocalEndpoint.ToString()!));
        var result = Exchange(connection);
        await serve;
        return result;
    }

    private static (int Status, string? Kept, string Body) Exchange(RuntimeApiConnection connection)
    {
        var answer = connection.Exchange("GET / HTTP/1.1\r\n\r\n"u8, []);
        return (answer.Status, answer.Header("x-kept"u8), Encoding.ASCII.GetString(answer.Body));
    }

    private static void Serve(TcpListener listener, byte[] answer, int piece)
    {
        using var socket = listener.AcceptSocket();
        socket.NoDelay = true;
        socket.Receive(new byte[1000]);
        foreach (var part in answer.Chunk(piece))
        {
            socket.Send(part);
        }

        socket.Shutdown(SocketShutdown.Send);
    }
}
