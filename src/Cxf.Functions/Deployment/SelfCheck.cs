using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;
using Cxf.Functions.Errors;
using Cxf.Functions.Observability;
using Cxf.Functions.Stores;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Deployment;

/// <summary>
/// Whether a version of a function starts and can read the configuration. By template.yaml the newest version is asked every
/// minute, <c>{"selfCheck": true}</c>: during a move to a new version, its share of the callers may be none.
/// </summary>
public sealed class SelfCheck(IConfigurationReader store, ILogger logger, Metrics metrics)
{
    private static readonly JsonElement Passed = JsonElement.Parse("""{"status":"OK"}""");

    /// <summary>Whether an event requests the check.</summary>
    public static bool IsAsked(JsonElement? received) =>
        received is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty("selfCheck", out var asked)
        && asked.ValueKind == JsonValueKind.True;

    /// <summary>Checks. A check that passes is not counted, or it would hide failures among its own.</summary>
    /// <exception cref="Internal">The check failed, which makes the invocation an error; the log says why.</exception>
    public async Task<JsonElement> RunAsync(string function, CancellationToken cancellationToken)
    {
        try
        {
            await store.FindLiveAsync(TenantId.Parse("self-check"), FlowId.Parse("self-check"), cancellationToken);
            return Passed;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var (type, code, request) = FailureFacts.Of(exception);
            logger.SelfCheckFailed(function, type, code, request);
            metrics.Write(
                new CallMetrics(function, AnswerStatus.Failed, TimeSpan.Zero)
                {
                    ErrorCode = FlowErrorCodes.Internal,
                    IsFailure = true,
                }
            );
            throw new Internal("The self-check failed; the log says why.");
        }
    }
}
