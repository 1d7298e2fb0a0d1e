using System.Text;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>The function behind every call of a flow, with the third party behind it, which takes its time and counts what it did.</summary>
internal sealed class ThirdParty(TimeProvider timeProvider) : ILambdaInvoker
{
    /// <summary>What it did.</summary>
    public int Effects { get; private set; }

    /// <summary>How long it takes.</summary>
    public TimeSpan Duration { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The class of the exception that the function ends with; null: it answers.</summary>
    public string? Error { get; set; }

    public async ValueTask<LambdaResult> InvokeAsync(string functionArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        Effects++;
        await Task.Delay(Duration, timeProvider, CancellationToken.None);
        if (Error is not null)
        {
            return new LambdaResult(Encoding.UTF8.GetBytes($$"""{"errorType":"{{Error}}","errorMessage":"Not told."}"""), true, "1");
        }

        return new LambdaResult(Encoding.UTF8.GetBytes($$"""{"status":201,"headers":{},"body":{"id":"L-{{Effects}}"} }"""), false, "1");
    }
}
