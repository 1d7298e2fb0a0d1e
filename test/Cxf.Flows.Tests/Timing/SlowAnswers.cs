using System.Text;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.Flows.Tests.Timing;

/// <summary>
/// CallApi at its worst, under virtual time: answers of any length, failures of every kind, refused invocations.
/// </summary>
internal sealed class SlowAnswers(Random random, VirtualDelays delays) : ILambdaInvoker
{
    public async ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var kind = random.Next(8);
        if (kind == 0)
        {
            // Lambda refuses at once, within the time that the clock allows for it.
            await delays.After(random.NextDouble() * 0.1, cancellationToken);
            throw new TaskServiceException("Lambda.TooManyRequestsException", "Rate exceeded");
        }

        // Some answers are so late that the state's own timeout ends the task.
        await delays.After(kind == 1 ? 100 : random.NextDouble() * 6, cancellationToken);
        return kind switch
        {
            < 5 => new LambdaResult(
                Encoding.UTF8.GetBytes("""{"status":200,"headers":{},"body":"x","attempts":1,"durationMs":1}"""),
                false,
                "1"
            ),
            _ => new LambdaResult(
                Encoding.UTF8.GetBytes(
                    $$"""
                    {"errorType":"{{(
                        kind == 5 ? "ApiTimeout"
                        : kind == 6 ? "ApiUnavailable"
                        : "ApiRejected"
                    )}}",
                     "errorMessage":"x"}
                    """
                ),
                true,
                "1"
            ),
        };
    }
}
