using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>
/// The function behind every call of a flow, with the third party behind it, which takes its time and counts what it did.
/// </summary>
internal sealed class ThirdParty(TimeProvider timeProvider) : ILambdaInvoker
{
    /// <summary>What it did.</summary>
    public int Effects { get; private set; }

    /// <summary>What it was only asked to read.</summary>
    public int Reads { get; private set; }

    /// <summary>How long it takes.</summary>
    public TimeSpan Duration { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The class of the exception that the function ends with; null: it answers.</summary>
    public string? Error { get; set; }

    public async ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var reads = JsonElement.Parse(payload.Span).GetProperty("request").GetProperty("method").GetString() == "GET";
        (Reads, Effects) = reads ? (Reads + 1, Effects) : (Reads, Effects + 1);
        await Task.Delay(Duration, timeProvider, CancellationToken.None);
        if (Error is not null)
        {
            return new LambdaResult(
                Encoding.UTF8.GetBytes($$"""{"errorType":"{{Error}}","errorMessage":"Not told."}"""),
                true,
                "1"
            );
        }

        return new LambdaResult(
            Encoding.UTF8.GetBytes($$"""{"status":201,"headers":{},"body":{"id":"L-{{(reads ? 0 : Effects)}}"} }"""),
            false,
            "1"
        );
    }
}
