using Cxf.Local.Emulators.Ssm;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>
/// Many runs at once of flows with one call, as the compiler makes them and Step Functions repeats them, against a third party
/// that fails on every tenth request. CXF_LONG=1: 2,000 of them. By itself, because it looks at the process's memory.
/// </summary>
[Collection(nameof(LoadTests))]
[CollectionDefinition(nameof(LoadTests), DisableParallelization = true)]
public sealed class LoadTests
{
    private const int Concurrency = 64;
    private const int FaultEvery = 10;

    /// <summary>
    /// How much the heap may grow after the second round: the server's own book of leads and keys needs less than one.
    /// </summary>
    private const long MaxGrowth = 2 * 1024 * 1024;

    private static readonly bool IsLong = LongRun.IsAskedFor;

    private static readonly int Runs = IsLong ? 2000 : 250;

    private static readonly int Rounds = IsLong ? 8 : 5;

    /// <summary>A third each: PUT; POST with a key; POST without one, which its author must not have repeated.</summary>
    private static readonly string[] Flows =
    [
        Flow(
            "put",
            "plain",
            "PUT",
            """, "retry": { "attempts": 10, "on": ["ApiTimeout", "ApiThrottled", "ApiUnavailable"], "backoffRate": 1 }"""
        ),
        Flow(
            "post",
            "keyed",
            "POST",
            """, "retry": { "attempts": 10, "on": ["ApiTimeout", "ApiThrottled", "ApiUnavailable"], "backoffRate": 1 }"""
        ),
        Flow("post_once", "plain", "POST", ""),
    ];

    [Fact]
    public async Task With_retries_of_the_state_machine_no_effect_is_lost_or_repeated_and_memory_does_not_grow()
    {
        var server = new EffectServer(FaultEvery);
        await using var platform = await ThirdParty.StartAsync(server.AnswerAsync);
        await using var deployment = new CallApiDeployment(new LocalParameters(TimeProvider.System));
        await deployment.PutConnectionAsync("plain", $$"""{"baseUrl":"{{platform.Url}}"}""");
        await deployment.PutConnectionAsync(
            "keyed",
            $$"""{"baseUrl":"{{platform.Url}}","idempotencyHeader":"Idempotency-Key"}"""
        );

        var failures = new string?[Runs];
        var (retries, heap) = (0, new List<long>());
        for (var round = 0; round < Rounds; round++)
        {
            retries += await RunAsync(deployment, failures, round * Runs / Rounds, (round + 1) * Runs / Rounds);
            deployment.Forget();
            heap.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Runs} runs, {server.Requests} requests, {server.Faults} faults, {retries} retries by Step Functions; "
                + $"heap after each round in KB: {string.Join(", ", heap.Select(bytes => bytes / 1024))}"
        );
        Assert.True(server.Faults >= Runs / FaultEvery, $"{server.Faults} faults");
        Assert.True(retries >= server.Faults / 5, $"{retries} retries");
        for (var run = 0; run < Runs; run++)
        {
            var effects = server.Effects.GetValueOrDefault($"/leads/{run}");
            Assert.True(effects <= 1, $"run {run} was done {effects} times");
            Assert.True(failures[run] is null ? effects == 1 : run % 3 == 2, $"run {run}: {failures[run]}, done {effects} times");
        }

        // One key for each run of the flow that sends keys, however often it was sent.
        Assert.Empty(server.ForeignKeys);
        Assert.Equal(Enumerable.Range(0, Runs).Count(run => run % 3 == 1), server.LeadOfKey.Count);
        Assert.All(server.LeadOfKey, pair => Assert.Equal($"{NameOf(pair.Value.Split('/')[^1])}/call", pair.Key));
        Assert.True(heap[^1] - heap[1] < MaxGrowth, $"the heap grew: {string.Join(", ", heap)}");
    }

    /// <summary>Runs a part of them and notes each one's error; how many times the state machine made a call again.</summary>
    private static async Task<int> RunAsync(CallApiDeployment deployment, string?[] failures, int from, int to)
    {
        var retries = 0;
        using var service = deployment.StartStepFunctions(Flows);
        await Parallel.ForAsync(
            from,
            to,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Concurrency,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (run, _) =>
            {
                var flow = (run % 3) switch
                {
                    0 => "put",
                    1 => "post",
                    _ => "post_once",
                };
                var end = await CallApiDeployment.RunAsync(service, flow, NameOf($"{run}"), $$"""{"lead":{{run}}}""");
                failures[run] = end.Status == ExecutionStatus.Succeeded ? null : end.Error;
                Interlocked.Add(
                    ref retries,
                    service.HistoryOf(end.ExecutionArn).Count(happened => happened.Type == HistoryEventType.TaskScheduled) - 1
                );
            }
        );
        return retries;
    }

    private static string NameOf(string run) => $"contact-{run}-00000000000000000000000000000000";

    private static string Flow(string id, string connection, string method, string retry) =>
        $$"""
            {
              "flowId": "{{id}}",
              "caller": "continues",
              "start": "call",
              "steps": {
                "call": {
                  "kind": "restApi",
                  "connection": "{{connection}}",
                  "method": "{{method}}",
                  "path": "{% '/leads/' & $payload.lead %}",
                  "body": { "lead": "{% $payload.lead %}" },
                  "timeoutSeconds": 2{{retry}},
                  "next": "done"
                },
                "done": { "kind": "respond", "message": "Done." }
              }
            }
            """;
}
