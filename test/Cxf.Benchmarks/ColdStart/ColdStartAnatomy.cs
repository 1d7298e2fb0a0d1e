using System.Diagnostics;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>
/// What each millisecond of ExecuteFlow's first answer is: seen from outside, where the process meets the wire, in starts of
/// their own (the taps are one more hop). Before the first poll there is no wire; there the other programs tell what is whose.
/// </summary>
internal static class ColdStartAnatomy
{
    public static void Print(ColdStartProgram function, ExecuteFlowServers servers, int runs, TimeSpan bare, TimeSpan hello)
    {
        using var tables = new WireTap(servers.TablesAddress);
        using var stepFunctions = new WireTap(servers.StepFunctionsAddress);
        var environment = new Dictionary<string, string>(function.Environment)
        {
            ["AWS_ENDPOINT_URL_DYNAMODB"] = tables.Address.ToString(),
            ["AWS_ENDPOINT_URL_SFN"] = stepFunctions.Address.ToString(),
        };
        List<(string Step, TimeSpan Time)[]> starts = [];
        for (var run = -1; run < runs; run++)
        {
            var start = Measure(function, environment, tables, stepFunctions);
            if (run >= 0)
            {
                starts.Add(start);
            }
        }

        var poll = Median(starts, 0);
        Console.WriteLine();
        Console.WriteLine("What each millisecond of ExecuteFlow's first answer is (medians):");
        Row("process and .NET's own start (the bare loop's)", bare);
        Row("generated Main, serializer, runtime client (hello's, less that)", hello - bare);
        Row("settings, container, AWS clients: the rest up to the first poll", poll - hello);
        for (var step = 1; step < starts[0].Length; step++)
        {
            Row(starts[0][step].Step, Median(starts, step));
        }

        Row(
            "all",
            starts.Select(start => start.Aggregate(TimeSpan.Zero, (sum, step) => sum + step.Time)).Order().ElementAt(runs / 2)
        );
    }

    private static (string Step, TimeSpan Time)[] Measure(
        ColdStartProgram function,
        IReadOnlyDictionary<string, string> environment,
        WireTap tables,
        WireTap stepFunctions
    )
    {
        using var process = new MeasuredProcess(function, environment);
        var answered = process.Serve(function.Event, 1)[0];
        var (reads, starts) = (tables.Take(), stepFunctions.Take());
        if (reads is not [_, var instance, var live] || starts is not [var run])
        {
            throw new InvalidOperationException(
                $"A first answer is three reads (the first opens the connection) and one start, "
                    + $"not {reads.Count} and {starts.Count}."
            );
        }

        return
        [
            Step("up to the first poll", process.Started, process.Api.Polled),
            Step("event handed over", process.Api.Polled, process.Api.Sent),
            Step("event read; the first request made, signed, sent", process.Api.Sent, instance.Asked),
            Step("DynamoDB: the instance's tenants", instance.Asked, instance.Answered),
            Step("answer read; the second request", instance.Answered, live.Asked),
            Step("DynamoDB: the live flow", live.Asked, live.Answered),
            Step("answer read, payload checked, run named; StartExecution sent", live.Answered, run.Asked),
            Step("Step Functions starts the run", run.Asked, run.Answered),
            Step("answer read, metrics and log written, answer sent", run.Answered, answered),
        ];
    }

    private static (string Step, TimeSpan Time) Step(string name, long from, long to) =>
        (name, Stopwatch.GetElapsedTime(from, to));

    private static TimeSpan Median(List<(string Step, TimeSpan Time)[]> starts, int step) =>
        starts.Select(start => start[step].Time).Order().ElementAt(starts.Count / 2);

    private static void Row(string step, TimeSpan time) => Console.WriteLine($"{time.TotalMilliseconds, 8:0.00}  {step}");
}
