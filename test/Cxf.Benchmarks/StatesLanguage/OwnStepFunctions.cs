using System.Diagnostics;
using Cxf.StatesLanguage.Service;

namespace Cxf.Benchmarks.StatesLanguage;

/// <summary>
/// Our engine: executions one after the other on this thread, in a service that already keeps as many ended executions as it may,
/// so that every execution takes the place of the oldest one.
/// </summary>
internal sealed class OwnStepFunctions : IDisposable
{
    /// <summary>How many ended executions the service keeps.</summary>
    public const int Kept = 100_000;

    private readonly StepFunctionsService _service;
    private readonly Dictionary<string, string> _machines = [];

    public OwnStepFunctions(bool keepHistory, int kept = Kept)
    {
        _service = new StepFunctionsService(
            new StepFunctionsOptions
            {
                Threads = 0,
                KeepHistory = keepHistory,
                Retention = new ExecutionRetention(kept),
            }
        );
        var machine = MachineOf(BenchmarkMachine.All[0].Definition);
        for (var index = 0; index < kept; index++)
        {
            _service.StartExecution(new StartExecutionRequest(machine, null, BenchmarkMachine.All[0].Input));
        }
    }

    /// <summary>Executions per second of a machine.</summary>
    public Rate Measure(string definition, string input, TimeSpan time)
    {
        var machine = MachineOf(definition);
        var executions = 0;
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            _service.StartExecution(new StartExecutionRequest(machine, null, input));
            executions++;
        }

        return new Rate(
            executions / Stopwatch.GetElapsedTime(start).TotalSeconds,
            executions / (Environment.CpuUsage.TotalTime - processor).TotalSeconds
        );
    }

    public void Dispose() => _service.Dispose();

    /// <summary>Bytes that one waiting execution holds, with ten thousand of them at once.</summary>
    public static double BytesPerWaiting()
    {
        const int Waiting = 10_000;
        using var service = new StepFunctionsService(new StepFunctionsOptions { Threads = 0 });
        var machine = Create(service, "wait", """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":3600,"End":true}}}""");
        service.StartExecution(new StartExecutionRequest(machine));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var index = 0; index < Waiting; index++)
        {
            service.StartExecution(new StartExecutionRequest(machine, null, """{"n":1}"""));
        }

        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(service);
        return (double)held / Waiting;
    }

    private string MachineOf(string definition)
    {
        if (!_machines.TryGetValue(definition, out var machine))
        {
            machine = Create(_service, $"m{_machines.Count}", definition);
            _machines.Add(definition, machine);
        }

        return machine;
    }

    private static string Create(StepFunctionsService service, string name, string definition) =>
        service
            .CreateStateMachine(new CreateStateMachineRequest(name, definition, "arn:aws:iam::111111111111:role/r"))
            .StateMachineArn;
}
