using System.Text;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Reading;
using Cxf.Functions.PublishFlow;
using Cxf.Local.Deployment;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using StateMachineType = Cxf.StatesLanguage.Model.StateMachineType;

namespace Cxf.Benchmarks.Flows;

/// <summary>
/// The sample lead flow: compiled, run in the interpreter, and asked for through ExecuteFlow on a warm deployment.
/// </summary>
internal static class FlowsCommand
{
    private const string Callback = """{"contact":{"contactId":"c"},"payload":{"recordType":"lead","userInput":"5"}}""";

    public static async Task<int> RunAsync()
    {
        var document = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Samples", "tenants", "acme", "flows", "create_lead.json")
        );
        await PrintGrowthAsync();
        await using var deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions(), CancellationToken.None);
        foreach (var flow in await FlowPublishing.PublishAllAsync(deployment, only: null, CancellationToken.None))
        {
            if (!flow.IsLive)
            {
                throw new InvalidOperationException(flow.Message);
            }
        }

        var published = LongFlow.Of(100);
        Console.WriteLine($"{"", -58} {"median", 10} {"slowest", 10} {"bytes", 10}");
        Print("read, check and compile the lead flow", await Timing.OfAsync(500, () => Compile(document)));
        Print("publish a flow of 100 steps: all but the services", await Timing.OfAsync(50, () => Publish(published)));
        Print("run it in the interpreter, CallApi answering at once", await InterpreterAsync(document));
        Print("ExecuteFlow warm: Step Functions and CRM over loopback", await ExecuteFlowAsync(deployment));
        return 0;
    }

    private static CompilationTarget Target { get; } = new(TenantId.Parse("acme"), 1, LocalDeployment.FunctionArn("CallApi"));

    private static CompiledFlow Compile(string document) =>
        FlowCompiler.Compile(FlowReader.Read(JsonSource.Parse(document)).Flow!, Target);

    // Checked, compiled and tested without a version, and compiled once more as the version that it becomes.
    private static FlowCost Publish(string document)
    {
        var source = JsonSource.Parse(document);
        var linked = new LinkedFlow(source, FlowReader.Read(source), Target);
        linked.Test(linked.Compile(0), CancellationToken.None);
        linked.Compile(1);
        return linked.Cost();
    }

    private static async Task<Timing> InterpreterAsync(string document)
    {
        var tables = new InMemoryDynamoDb();
        tables.AddTable(Target.RunsTable, RunRecord.PartitionKey, RunRecord.SortKey);
        using var service = new StepFunctionsService(
            new StepFunctionsOptions
            {
                Lambda = new InstantAnswer(),
                DynamoDb = tables,
                KeepHistory = true,
            }
        );
        var machine = service.CreateStateMachine(
            new CreateStateMachineRequest(
                "lead",
                Compile(document).Definition,
                "arn:aws:iam::111111111111:role/lead",
                Type: StateMachineType.Express
            )
        );
        var input = Callback.Replace("\"contactId\":\"c\"", "\"contactId\":\"c\",\"customerNumber\":\"+12025550100\"");
        return await Timing.OfAsync(
            500,
            async () =>
            {
                var ended = await service.StartSyncExecution(new StartExecutionRequest(machine.StateMachineArn, Input: input));
                Expect(ended.Status.ToString(), "SUCCEEDED", ended.Cause);
            }
        );
    }

    private static async Task<Timing> ExecuteFlowAsync(LocalDeployment deployment)
    {
        var calls = 0;
        return await Timing.OfAsync(
            200,
            async () =>
            {
                var received = $$"""
                    {"Details":{"ContactData":{"ContactId":"bench-{{++calls}}",
                     "InstanceARN":"arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-4333-8444-555555555555"},
                     "Parameters":{"tenantId":"acme","flowId":"create_lead","recordType":"lead","userInput":"5"} } }
                    """;
                var answer = await deployment.Functions.InvokeAsync(
                    LocalDeployment.ExecuteFlowArn,
                    Encoding.UTF8.GetBytes(received),
                    CancellationToken.None
                );
                var text = Encoding.UTF8.GetString(answer.Payload.Span);
                Expect(text.Contains("SUCCEEDED") ? "SUCCEEDED" : "other", "SUCCEEDED", text);
            }
        );
    }

    /// <summary>The time of a step must not grow with the flow it is in.</summary>
    private static async Task PrintGrowthAsync()
    {
        foreach (var steps in new[] { 12, 102, 502 })
        {
            var document = LongFlow.Of(steps);
            var flow = FlowReader.Read(JsonSource.Parse(document)).Flow!;
            var count = flow.AllSteps.Count();
            var read = await Timing.OfAsync(Math.Max(2, 2_000 / steps), () => FlowReader.Read(JsonSource.Parse(document)));
            var all = await Timing.OfAsync(Math.Max(2, 2_000 / steps), () => Compile(document));
            Print($"{count} steps: read and check; each step {read.Microseconds / count:0.0} us", read);
            Print($"{count} steps: read, check and compile; each step {all.Microseconds / count:0.0} us", all);
        }
    }

    private static void Expect(string status, string expected, string? detail)
    {
        if (!string.Equals(status, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"The run ended {status}: {detail}");
        }
    }

    private static void Print(string what, Timing timing) =>
        Console.WriteLine($"{what, -58} {timing.Microseconds, 7:0.0} us {timing.Slowest, 7:0.0} us {timing.Bytes, 10:N0}");
}
