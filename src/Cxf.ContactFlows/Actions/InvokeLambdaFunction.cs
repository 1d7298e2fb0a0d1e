using System.Globalization;
using System.Text.Json;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Calls a function with the contact's data and waits for its answer.
/// adminguide/invoke-lambda-function-block.html, APIReference/interactions-invokelambdafunction.html
/// </summary>
internal sealed class InvokeLambdaFunction() : ActionKind("InvokeLambdaFunction")
{
    private const string Asynchronous = "ASYNCHRONOUS";

    // repost.aws/knowledge-center/connect-lambda-function-failures: "The default Timeout is 3 seconds."
    private const int DefaultTimeLimitSeconds = 3;

    public override async ValueTask<ActionResult> RunAsync(
        ContactFlowAction action,
        Call call,
        CancellationToken cancellationToken
    )
    {
        var functionArn = call.Fill(action.Text("LambdaFunctionARN") ?? "");
        if (string.IsNullOrEmpty(functionArn))
        {
            return ActionResult.Fails(Call.NoValue(action, "LambdaFunctionARN"));
        }

        var limit = TimeLimit(action, call);
        var parameters = FunctionParameters.Write(action, call);
        var connectEvent = ConnectEvent.Write(call.Options.Contact, call.Data, parameters);
        call.Tell(new CallEvent.Invoking(functionArn, parameters));
        if (action.Text("InvocationType") == Asynchronous)
        {
            call.StartAsynchronously(functionArn, connectEvent, limit, cancellationToken);
            return ActionResult.Done;
        }

        var outcome = await FunctionCall.RunAsync(call, functionArn, connectEvent, limit, TakesJson(action), cancellationToken);
        call.Tell(new CallEvent.Invoked(functionArn, outcome));
        if (outcome.Failure is { } failure)
        {
            return ActionResult.Fails(failure);
        }

        call.Data.External = outcome.Answer;
        return ActionResult.Done;
    }

    protected override void Check(ActionCheck check)
    {
        check.Word("InvocationType", "SYNCHRONOUS", Asynchronous);
        check.Static("InvocationTimeLimitSeconds");
        check.Number("InvocationTimeLimitSeconds", 1, MaxSeconds(check.Action));
        if (
            ContactFlowJson.Member(check.Action.Parameters, "ResponseValidation") is { ValueKind: JsonValueKind.Object }
            && ResponseType(check.Action) is not ("STRING_MAP" or "JSON")
        )
        {
            check.Error(
                ContactFlowCodes.ParameterValue,
                check.ParametersLocation("ResponseValidation"),
                "ResponseType must be STRING_MAP or JSON.",
                """Write {"ResponseType": "STRING_MAP"}."""
            );
        }

        check.NextAction();
        check.NoConditions();
        check.Errors(ErrorTypes.NoMatchingError);
        check.OnlyErrors(ErrorTypes.NoMatchingError);
    }

    /// <summary>The block's own limit, less when the silence since the last prompt has used up the chain's.</summary>
    private static TimeSpan TimeLimit(ContactFlowAction action, Call call)
    {
        var own = int.TryParse(
            action.Text("InvocationTimeLimitSeconds"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(DefaultTimeLimitSeconds);
        var left = TimeSpan.FromSeconds(ContactFlowLimits.InvocationChainSeconds) - call.InvocationChain;
        return own < left ? own : TimeSpan.FromTicks(Math.Max(0, left.Ticks));
    }

    private static int MaxSeconds(ContactFlowAction action) =>
        action.Text("InvocationType") == Asynchronous
            ? ContactFlowLimits.AsynchronousSeconds
            : ContactFlowLimits.SynchronousSeconds;

    private static bool TakesJson(ContactFlowAction action) => ResponseType(action) == "JSON";

    private static string? ResponseType(ContactFlowAction action) =>
        ContactFlowJson.Member(action.Parameters, "ResponseValidation") is { } validation
            ? ContactFlowJson.Text(validation, "ResponseType")
            : null;
}
