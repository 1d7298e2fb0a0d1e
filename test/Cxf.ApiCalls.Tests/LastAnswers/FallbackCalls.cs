using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Tests.Platform;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.ApiCalls.Tests.LastAnswers;

/// <summary>Calls with a fallback to a third party that a test controls.</summary>
public abstract class FallbackCalls : IAsyncLifetime
{
    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private protected MemoryAnswerStore Store { get; } = new();

    private protected FixedSecrets Secrets { get; } = new("""{"token":"one"}""");

    private protected PlatformServer Platform { get; private set; } = null!;

    private protected string Body { get; set; } = """{"fee":4.9,"customer":{"email":"a@example.com","Phone":"+12025550142"}}""";

    private protected int Status { get; set; } = 200;

    public async ValueTask InitializeAsync() =>
        Platform = await PlatformServer.StartAsync(context => PlatformServer.Answer(Body, Status)(context));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Platform.DisposeAsync();
    }

    private protected ApiCaller Caller(TimeProvider? time = null) =>
        new(Given.Options with { Secrets = Secrets, Answers = Store, TimeProvider = time ?? Time });

    private protected ApiConnection Connection() => Given.ConnectionTo(Platform.Url) with { Auth = new BearerAuth() };

    private protected static ApiCallRequest Request() =>
        Given.Get("/fees") with
        {
            Fallback = new FallbackRequest(TimeSpan.FromMinutes(10), []),
        };

    private protected async Task<ApiCallOutcome> CallAsync(
        ApiCaller caller,
        Func<ApiCallRequest, ApiCallRequest>? change = null,
        ApiConnection? connection = null
    )
    {
        var request = change?.Invoke(Request()) ?? Request();
        connection ??= Connection();
        var outcome = await caller.CallAsync(connection, request, Given.Cancellation);
        return await caller.FallBackAsync(connection, request, outcome, Given.Cancellation);
    }
}
