using System.Net;
using System.Net.Sockets;
using System.Text;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Templates;

namespace Cxf.Local.Tests.Emulators.Lambda;

/// <summary>The local Runtime API answers as Lambda's does, and only a local program: no web page takes an event.</summary>
public sealed class RuntimeApiTests : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private RuntimeApi? _api;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _api = await RuntimeApi.StartAsync(
            new FunctionDefinition(
                "F",
                "f",
                "arn:aws:lambda:us-east-1:111122223333:function:f:live",
                TimeSpan.FromSeconds(9),
                512,
                true,
                "",
                new Dictionary<string, string>()
            ),
            TimeProvider.System,
            Cancel
        );

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _api!.DisposeAsync();
    }

    [Theory]
    [InlineData("Host", "attacker.example")]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_web_page_takes_no_event_and_ends_no_start(string header, string value)
    {
        _api!.Send(new Invocation("1", "{}"u8.ToArray()));

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(HttpMethod.Get, "invocation/next", header, value));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(HttpMethod.Post, "init/error", header, value));
        Assert.False(_api.Initialized.IsCompleted || _api.InitError.IsCompleted);

        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Get, "invocation/next"));
        Assert.True(_api.Initialized.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData("Host", "localhost")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task A_local_program_is_answered(string header, string value)
    {
        _api!.Send(new Invocation("1", "{}"u8.ToArray()));

        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Get, "invocation/next", header, value));
    }

    [Theory]
    [InlineData("invocation/1/response")]
    [InlineData("invocation/1/error")]
    [InlineData("init/error")]
    public async Task A_report_is_accepted_with_the_body_that_AWSs_runtime_clients_parse(string path)
    {
        _api!.Send(new Invocation("1", "{}"u8.ToArray()));
        await SendAsync(HttpMethod.Get, "invocation/next");

        var answer = await PostOverSocketAsync(path);

        Assert.StartsWith("HTTP/1.1 202 Accepted\r\n", answer);
        Assert.Contains("\r\nContent-Type: application/json\r\n", answer);
        Assert.EndsWith("\r\n\r\n{\"status\":\"OK\"}", answer);
    }

    [Fact]
    public async Task A_report_for_another_invocation_is_an_error_with_a_body()
    {
        var answer = await PostOverSocketAsync("invocation/2/response");

        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", answer);
        Assert.EndsWith("{\"errorMessage\":\"Invalid request ID\",\"errorType\":\"InvalidRequestID\"}", answer);
    }

    private async Task<string> PostOverSocketAsync(string path)
    {
        var endpoint = IPEndPoint.Parse(_api!.Endpoint);
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint, Cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /2018-06-01/runtime/{path} HTTP/1.1\r\nHost: {endpoint}\r\n"
                    + $"Connection: close\r\nContent-Length: 2\r\n\r\n{{}}"
            ),
            Cancel
        );
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(Cancel);
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string? header = null, string? value = null)
    {
        using var request = new HttpRequestMessage(method, $"http://{_api!.Endpoint}/2018-06-01/runtime/{path}");
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using var answer = await _client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
