using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Lambda.RuntimeSupport.Errors;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;
using Amazon.Lambda.TestUtilities;

namespace Cxf.AwsPackages.Tests.RuntimeSupport;

/// <summary>AWS_LAMBDA_RUNTIME_API in each form that Amazon.Lambda.RuntimeSupport accepts.</summary>
public sealed class RuntimeApiEndpointTests
{
    [Theory]
    [InlineData("127.0.0.1:9001", "127.0.0.1:9001", "127.0.0.1", 9001, "")]
    [InlineData("127.0.0.1", "127.0.0.1", "127.0.0.1", 80, "")]
    [InlineData("localhost:5050", "localhost:5050", "localhost", 5050, "")]
    [InlineData("localhost:", "localhost:", "localhost", 80, "")]
    [InlineData("sandbox.local", "sandbox.local", "sandbox.local", 80, "")]
    [InlineData("[::1]:9001", "[::1]:9001", "[::1]", 9001, "")]
    [InlineData("[::1]", "[::1]", "[::1]", 80, "")]
    [InlineData("localhost:5050/Greet", "localhost:5050", "localhost", 5050, "/Greet")]
    [InlineData("localhost/a/b:1", "localhost", "localhost", 80, "/a/b:1")]
    [InlineData("[::1]/Greet", "[::1]", "[::1]", 80, "/Greet")]
    public void It_has_a_host_a_port_and_a_path(string text, string authority, string host, int port, string path) =>
        Assert.Equal(new RuntimeApiEndpoint(authority, host, port, path), RuntimeApiEndpoint.Parse(text));

    [Theory]
    [InlineData(":9001")]
    [InlineData("/Greet")]
    [InlineData("localhost:port")]
    [InlineData("localhost:-1")]
    [InlineData("localhost:65536")]
    public void Other_forms_are_an_error_that_shows_the_right_one(string text)
    {
        var error = Assert.Throws<FormatException>(() => RuntimeApiEndpoint.Parse(text));

        Assert.Equal($"The Runtime API's endpoint is '{text}'. Set it to host:port, such as 127.0.0.1:9001.", error.Message);
    }

    [Theory]
    [InlineData("127.0.0.1", "")]
    [InlineData("127.0.0.1", "/Greet")]
    [InlineData("localhost", "")]
    [InlineData("localhost", "/Greet")]
    [InlineData("[::1]", "")]
    [InlineData("[::1]", "/Greet")]
    public async Task Every_request_goes_to_the_host_and_its_path_starts_with_the_path(string host, string path)
    {
        Assert.SkipWhen(host == "[::1]" && !Socket.OSSupportsIPv6, "This machine has no IPv6.");
        using var listener = new TcpListener(host == "[::1]" ? IPAddress.IPv6Loopback : IPAddress.Loopback, 0);
        listener.Start();
        var authority = $"{host}:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var served = Task.Run(() => Serve(listener, 4), TestContext.Current.CancellationToken);
        using var client = new RuntimeApiClient(authority + path);

        using (var invocation = client.Next(null, new TestLambdaLogger()))
        {
            client.SendResponse(invocation.LambdaContext.AwsRequestId, "{}"u8);
        }

        var error = ErrorDocument.Of(new TimeoutException());
        client.SendError("req-1", error);
        client.SendInitError(error);

        Assert.Equal(
            [
                $"GET {path}/2018-06-01/runtime/invocation/next HTTP/1.1|Host: {authority}",
                $"POST {path}/2018-06-01/runtime/invocation/req-1/response HTTP/1.1|Host: {authority}",
                $"POST {path}/2018-06-01/runtime/invocation/req-1/error HTTP/1.1|Host: {authority}",
                $"POST {path}/2018-06-01/runtime/init/error HTTP/1.1|Host: {authority}",
            ],
            await served
        );
    }

    /// <summary>Accepts one request per connection; the first two lines of each.</summary>
    private static List<string> Serve(TcpListener listener, int requests)
    {
        var heads = new List<string>();
        while (heads.Count < requests)
        {
            using var socket = listener.AcceptSocket();
            var buffer = new byte[16 * 1024];
            var text = Encoding.ASCII.GetString(buffer, 0, socket.Receive(buffer));
            heads.Add(string.Join('|', text.Split("\r\n")[..2]));
            socket.Send(
                "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: req-1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8
            );
            socket.Shutdown(SocketShutdown.Both);
        }

        return heads;
    }
}
