namespace Cxf.ContactFlows.Simulation;

/// <summary>One invocation as Connect does it: up to three tries on errors, all within one time limit.</summary>
internal static class FunctionCall
{
    public static async ValueTask<FunctionOutcome> RunAsync(
        Call call,
        string functionArn,
        ReadOnlyMemory<byte> eventJson,
        TimeSpan limit,
        bool json,
        CancellationToken cancellationToken
    )
    {
        var start = call.Clock.Now;
        var failure = "there was no time left for it: 20 s of invocations without a prompt between them";
        var tries = 0;
        while (tries < ContactFlowLimits.InvocationTries && Left() > TimeSpan.Zero)
        {
            tries++;
            var task = call.StartFunction(functionArn, eventJson, Left(), cancellationToken);
            if (!await AnsweredInTimeAsync(task, Left(), call.Clock, cancellationToken) || Left() < TimeSpan.Zero)
            {
                failure = $"no answer within {limit.TotalSeconds:0.###} s";
                break;
            }

            var answer = await task;
            if (answer.Error is { } error)
            {
                failure = error;
                continue;
            }

            var (value, refusal) = FunctionResponse.Read(answer.Payload, json);
            return Outcome(value, refusal);
        }

        return Outcome(null, failure);

        TimeSpan Left() => limit - (call.Clock.Now - start);

        FunctionOutcome Outcome(System.Text.Json.JsonElement? answer, string? why)
        {
            var duration = call.Clock.Now - start;
            call.AddToInvocationChain(duration);
            return new FunctionOutcome(answer, why, tries, duration);
        }
    }

    private static async Task<bool> AnsweredInTimeAsync(
        Task task,
        TimeSpan left,
        CallClock clock,
        CancellationToken cancellationToken
    )
    {
        if (task.IsCompleted)
        {
            return true;
        }

        using var late = new CancellationTokenSource(left < TimeSpan.Zero ? TimeSpan.Zero : left, clock.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var limit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = either.Token.Register(() => limit.TrySetResult());
        await Task.WhenAny(task, limit.Task);
        cancellationToken.ThrowIfCancellationRequested();
        return task.IsCompleted;
    }
}
