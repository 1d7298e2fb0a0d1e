using System.Diagnostics;
using Cxf.StatesLanguage.Service;

namespace Cxf.Benchmarks.StatesLanguage;

/// <summary>Our engine: executions one after the other on this thread, with the whole service around them.</summary>
internal static class OwnStepFunctions
{
    private const int ExecutionsPerService = 200;

    public static double Measure(string definition, string input, bool keepHistory, TimeSpan time)
    {
        var executions = 0;
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            // The service keeps every execution, as AWS does for 90 days; a new one now and then keeps the heap out of the
            // measure.
            using var service = new StepFunctionsService(new StepFunctionsOptions { Threads = 0, KeepHistory = keepHistory });
            var machine = service
                .CreateStateMachine(new CreateStateMachineRequest("m", definition, "arn:aws:iam::1:role/r"))
                .StateMachineArn;
            for (var index = 0; index < ExecutionsPerService && Stopwatch.GetElapsedTime(start) < time; index++)
            {
                service.StartExecution(new StartExecutionRequest(machine, null, input));
                executions++;
            }
        }

        return executions / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Bytes that one waiting execution holds, with ten thousand of them at once.</summary>
    public static double BytesPerWaiting()
    {
        const int Waiting = 10_000;
        using var service = new StepFunctionsService(new StepFunctionsOptions { Threads = 0 });
        var machine = service
            .CreateStateMachine(
                new CreateStateMachineRequest(
                    "wait",
                    """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":3600,"End":true}}}""",
                    "arn:aws:iam::1:role/r"
                )
            )
            .StateMachineArn;
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
}
