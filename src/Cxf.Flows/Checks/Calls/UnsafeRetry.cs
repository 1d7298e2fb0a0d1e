using Cxf.ApiCalls;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>A call that would do its work twice is repeated only where the third party knows the repetition by its key.</summary>
internal sealed class UnsafeRetry()
    : FlowRule(
        FlowCodes.UnsafeRetry,
        DiagnosticSeverity.Warning,
        "A call that a retry would repeat without an idempotency key.",
        "After a timeout or a broken connection the third party may have acted already: a second POST creates a second lead."
    )
{
    // After these words it is certain that the third party did nothing: it refused the call, or the call never left (ApiCalls,
    // RetrySafety).
    private static readonly string[] NothingWasDone =
    [
        ErrorCodes.ApiThrottled,
        ErrorCodes.ApiNotFound,
        ErrorCodes.ApiUnauthorized,
        ErrorCodes.ApiRejected,
        ErrorCodes.ApiBlocked,
        ErrorCodes.ApiMisconfigured,
    ];

    public override void Check(CheckedFlow flow)
    {
        // PUT and DELETE are idempotent by their meaning (RFC 9110 section 9.2.2), POST and PATCH are not.
        foreach (
            var step in flow
                .Flow.AllSteps.OfType<RestApiStep>()
                .Where(step => step.Method is "POST" or "PATCH" && step is { Retry: not null, Paging: null })
        )
        {
            var words = step.Retry!.On.Except(NothingWasDone).ToList();
            if (
                words.Count > 0
                && flow.Context is { IdempotentConnections: { } idempotent } context
                && context.Connections.ContainsKey(step.Connection)
                && !idempotent.Contains(step.Connection)
            )
            {
                Report(
                    flow,
                    step.Pointer + "/retry",
                    $"After {string.Join(" or ", words)} a retry may do the {step.Method} of \"{step.Label}\" twice: "
                        + $"the connection \"{step.Connection}\" sends no idempotency key.",
                    "Set \"idempotencyHeader\" in the connection if the third party knows one, or retry only on "
                        + $"{ErrorCodes.ApiThrottled}."
                );
            }
        }
    }
}
