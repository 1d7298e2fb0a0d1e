using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Identifiers;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Load;

public sealed class UnderLoad
{
    private const int Concurrency = 64;
    private const int FaultEvery = 10;

    /// <summary>How much the heap may grow over three quarters of the calls: the server's own list of leads needs less than one.</summary>
    private const long MaxGrowth = 4 * 1024 * 1024;

    /// <summary>What the compiled Retry repeats on, and how often.</summary>
    private static readonly string[] Retried = [ErrorWords.ApiTimeout, ErrorWords.ApiThrottled, ErrorWords.ApiUnavailable];

    private static int Calls => Environment.GetEnvironmentVariable("CXF_LONG") == "1" ? 2000 : 200;

    [Fact]
    public async Task Nothing_is_lost_nothing_is_doubled_and_memory_stays_flat()
    {
        var server = new EffectServer(FaultEvery);
        await using var platform = await PlatformServer.StartAsync(server.AnswerAsync, remembers: false);
        using var caller = new ApiCaller(Given.Options);
        var connection = Given.ConnectionTo(platform.Url) with { IdempotencyHeader = "Idempotency-Key" };

        var outcomes = new ApiCallOutcome[Calls];
        await RunAsync(0, Calls / 4);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await RunAsync(Calls / 4, Calls);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.True(server.Faults >= Calls / FaultEvery, $"{server.Faults} faults");
        for (var call = 0; call < Calls; call++)
        {
            var effects = server.Effects.GetValueOrDefault($"/leads/{call}");
            var isKeyedOrPut = call % 3 != 2;
            Assert.True(effects <= 1, $"call {call} was done {effects} times");
            Assert.True(outcomes[call].Succeeded ? effects == 1 : !isKeyedOrPut, $"call {call}: {outcomes[call].Failure}, done {effects} times");
        }

        Assert.True(growth < MaxGrowth, $"the heap grew by {growth} bytes");

        Task RunAsync(int from, int to) => Parallel.ForEachAsync(
            Enumerable.Range(from, to - from),
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = Given.Cancellation },
            async (call, _) => outcomes[call] = await CallAsStateMachineAsync(caller, connection, call));
    }

    /// <summary>What the state machine does around a call: repeats the same event on the retried words where that is safe.</summary>
    private static async Task<ApiCallOutcome> CallAsStateMachineAsync(ApiCaller caller, ApiConnection connection, int call)
    {
        // A third each: PUT; POST with a key; POST without one, which is never repeated.
        var request = new ApiCallRequest
        {
            Tenant = TenantId.Parse("acme"),
            Connection = connection.Id,
            Method = call % 3 == 0 ? "PUT" : "POST",
            Path = $"/leads/{call}",
            Body = System.Text.Json.JsonElement.Parse($$"""{"lead":{{call}}}"""),
            IdempotencyKey = call % 3 == 1 ? $"run-{call}/create" : null,
            Timeout = TimeSpan.FromSeconds(2),
        };
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await caller.CallAsync(connection, request, Given.Cancellation);
            if (outcome.Succeeded || attempt == 10 || !outcome.Failure.RetryIsSafe || !Retried.Contains(outcome.Failure.Error))
            {
                return outcome;
            }
        }
    }
}
