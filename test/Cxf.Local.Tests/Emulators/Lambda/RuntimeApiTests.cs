using System.Net;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Templates;

namespace Cxf.Local.Tests.Emulators.Lambda;

/// <summary>Who may take events from the local Runtime API: the function's process, not a web page in a browser.</summary>
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
