using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.Tests.Runs;

/// <summary>
/// Step Functions and CloudWatch Logs before those of <c>cxf start</c>, which answer as on AWS: in small pages, of which some are
/// empty, and with the events of a log late and twice. It also has the log of ExecuteFlow that a test gives.
/// </summary>
internal sealed class CloudLikeServices : IAsyncDisposable
{
    private const string ExecuteFlowLog = "/aws/lambda/cxf-local-ExecuteFlow";
    private const int OnPage = 3;

    private readonly WebApplication _server;
    private readonly Uri _behind;
    private readonly List<string> _operations = [];

    private CloudLikeServices(Uri behind)
    {
        _behind = behind;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(HandleAsync);
    }

    public Uri Address => new(_server.Urls.First());

    /// <summary>The lines of ExecuteFlow's log that match; null if there is no such log. Default: null.</summary>
    public IReadOnlyList<string>? ExecuteFlowLines { get; set; }

    public static async Task<CloudLikeServices> StartAsync(Uri behind)
    {
        var services = new CloudLikeServices(behind);
        await services._server.StartAsync(TestContext.Current.CancellationToken);
        return services;
    }

    /// <summary>How often an operation was asked for.</summary>
    public int CountOf(string operation)
    {
        lock (_operations)
        {
            return _operations.Count(one => one == operation);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = (JsonObject)JsonNode.Parse(await reader.ReadToEndAsync(context.RequestAborted))!;
        var operation = context.Request.Headers["X-Amz-Target"].ToString().Split('.')[^1];
        lock (_operations)
        {
            _operations.Add(operation);
        }

        context.Response.ContentType = context.Request.ContentType;
        switch (operation)
        {
            case "FilterLogEvents" when (string?)request["logGroupName"] == ExecuteFlowLog && ExecuteFlowLines is { } lines:
                await AnswerAsync(context, 200, LogPage(lines, 0, lines.Count, null));
                break;
            case "FilterLogEvents":
                await FilterAsync(context, request);
                break;
            default:
                if (request.ContainsKey("maxResults"))
                {
                    request["maxResults"] = OnPage;
                }

                var (status, answer) = await PassOnAsync(context.Request, request);
                await AnswerAsync(context, status, answer);
                break;
        }
    }

    private async Task FilterAsync(HttpContext context, JsonObject request)
    {
        var at = request["nextToken"] is { } token ? int.Parse((string)token!) : 0;
        request.Remove("nextToken");
        var (status, answer) = await PassOnAsync(context.Request, request);
        if (status != 200)
        {
            await AnswerAsync(context, status, answer);
            return;
        }

        // Every event twice, the last first. Every other page is empty.
        var messages = ((JsonArray)answer["events"]!).Select(one => (string)one!["message"]!).ToList();
        var delivered = messages.Concat(messages).Reverse().ToList();
        var first = at / 2 * OnPage;
        var isEmpty = at % 2 == 0;
        var isLast = !isEmpty && first + OnPage >= delivered.Count;
        await AnswerAsync(context, 200, LogPage(delivered, first, isEmpty ? 0 : OnPage, isLast ? null : $"{at + 1}"));
    }

    private static JsonObject LogPage(IReadOnlyList<string> messages, int first, int count, string? next)
    {
        var page = new JsonObject
        {
            ["events"] = new JsonArray([
                .. messages.Skip(first).Take(count).Select(message => new JsonObject { ["message"] = message }),
            ]),
        };
        if (next is not null)
        {
            page["nextToken"] = next;
        }

        return page;
    }

    private async Task<(int Status, JsonObject Answer)> PassOnAsync(HttpRequest received, JsonObject body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _behind) { Content = new StringContent(body.ToJsonString()) };
        request.Content.Headers.ContentType = new(received.ContentType!);
        request.Headers.Add("X-Amz-Target", received.Headers["X-Amz-Target"].ToString());
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static Task AnswerAsync(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
