using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.StatesLanguage.Tests;

/// <summary>A service under virtual time, with machines from states in JSON.</summary>
internal sealed class LocalService : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public LocalService(StepFunctionsOptions? options = null)
    {
        Time = new FakeTimeProvider(Start);
        Service = new StepFunctionsService((options ?? new StepFunctionsOptions()) with { TimeProvider = Time });
    }

    public FakeTimeProvider Time { get; }

    public StepFunctionsService Service { get; }

    public void Dispose() => Service.Dispose();

    /// <summary>Creates a JSONata machine from its states.</summary>
    public string Machine(
        string startAt,
        string states,
        StateMachineType type = StateMachineType.Standard,
        string name = "machine",
        string more = ""
    ) =>
        Service
            .CreateStateMachine(
                new CreateStateMachineRequest(
                    name,
                    $$"""{"QueryLanguage":"JSONata",{{more}}"StartAt":"{{startAt}}","States":{{states}}}""",
                    "arn:aws:iam::111111111111:role/r",
                    type
                )
            )
            .StateMachineArn;

    /// <summary>Starts an execution, advances the clock until it has ended and returns it.</summary>
    public ExecutionView Run(string machineArn, string? input = null)
    {
        var arn = Service.StartExecution(new StartExecutionRequest(machineArn, null, input)).ExecutionArn;
        RunClock();
        return Service.ViewOf(arn);
    }

    /// <summary>Advances the clock from wait to wait until nothing waits any longer.</summary>
    public void RunClock()
    {
        while (Service.ViewAll().Any(static view => view.StopDate is null) && Service.NextDue is { } due)
        {
            Time.Advance(due > Time.GetUtcNow() ? due - Time.GetUtcNow() : TimeSpan.FromTicks(1));
        }
    }

    public IReadOnlyList<string> Events(ExecutionView view) =>
        [.. Service.HistoryOf(view.ExecutionArn).Select(static entry => entry.Type.ToString())];
}

/// <summary>A Lambda function in this process.</summary>
internal sealed class LambdaFunction(Func<JsonElement, CancellationToken, ValueTask<LambdaResult>> run) : ILambdaInvoker
{
    public static LambdaFunction Answering(Func<JsonElement, string> answer) =>
        new((input, _) => ValueTask.FromResult(new LambdaResult(Encoding.UTF8.GetBytes(answer(input)), false, "1")));

    public static LambdaResult Failure(string errorType) =>
        new(Encoding.UTF8.GetBytes($$"""{"errorType":"{{errorType}}","errorMessage":"it failed"}"""), true, "1");

    public ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    ) => run(JsonElement.Parse(payload.Span), cancellationToken);
}
