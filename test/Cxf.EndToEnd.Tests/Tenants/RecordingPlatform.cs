using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Cxf.EndToEnd.Tests.Tenants;

/// <summary>A third party that takes any credential and notes what it was shown; it is its own token endpoint, too.</summary>
internal sealed class RecordingPlatform(string name) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _seen = new();
    private readonly ConcurrentQueue<string> _keys = new();
    private CallApi.ThirdParty? _server;

    public string Url => _server!.Url.ToString().TrimEnd('/');

    /// <summary>Every credential in the order in which it came: of calls, and of requests for tokens.</summary>
    public IReadOnlyList<string> Seen => [.. _seen];

    /// <summary>The idempotency keys of calls that change something.</summary>
    public IReadOnlyList<string> Keys => [.. _keys];

    public static async Task<RecordingPlatform> StartAsync(string name)
    {
        var platform = new RecordingPlatform(name);
        platform._server = await CallApi.ThirdParty.StartAsync(platform.AnswerAsync);
        return platform;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/token")
        {
            var form = await context.Request.ReadFormAsync();
            _seen.Enqueue(form["client_secret"].ToString());
            await CallApi.ThirdParty.AnswerAsync(
                context,
                $$"""{"access_token":"{{name}}-token-for-{{form["client_secret"]}}","expires_in":3600}"""
            );
            return;
        }

        var shown = context.Request.Headers.Authorization is [{ } authorization]
            ? authorization.Split(' ')[^1]
            : context.Request.Headers["X-Key"].ToString();
        _seen.Enqueue(shown);
        if (context.Request.Headers["Idempotency-Key"] is [{ } key])
        {
            _keys.Enqueue(key);
        }

        await CallApi.ThirdParty.AnswerAsync(context, $$"""{"platform":"{{name}}"}""");
    }
}
