using System.Globalization;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Lets time pass. The service takes TimeLimitSeconds where the reference (flow-control-actions-wait.html) says TimeoutSeconds.
/// </summary>
internal sealed class Wait() : ActionKind("Wait")
{
    public override async ValueTask<ActionResult> RunAsync(
        ContactFlowAction action,
        Call call,
        CancellationToken cancellationToken
    )
    {
        if (call.Options.Contact.Channel == "VOICE" && IsPlain(action))
        {
            return ActionResult.Fails("Amazon Connect does not support a plain Wait on a voice contact");
        }

        if (Seconds(call.Fill(action.Text("TimeLimitSeconds") ?? action.Text("TimeoutSeconds") ?? "")) is not { } seconds)
        {
            return ActionResult.Fails("TimeLimitSeconds is not a number of seconds");
        }

        await call.Clock.WaitAsync(TimeSpan.FromSeconds(seconds), cancellationToken);
        call.Tell(new CallEvent.Waited(TimeSpan.FromSeconds(seconds)));
        return new ActionResult.Value(CallValue.Of("WaitCompleted"));
    }

    protected override void Check(ActionCheck check)
    {
        check.Required(
            "TimeLimitSeconds",
            check.Has("TimeoutSeconds")
                ? "The service calls TimeoutSeconds TimeLimitSeconds; rename it."
                : "Say how long, such as \"2\"."
        );
        check.Number("TimeLimitSeconds", 1, ContactFlowLimits.WaitSeconds);
        check.NextAction();
        check.Errors(ErrorTypes.NoMatchingError);
        if (check.Has("Events") || check.Has("ContinueExecution"))
        {
            check.Warning(
                ContactFlowCodes.NotSimulated,
                check.ParametersLocation(),
                "The simulator waits for time only, not for events.",
                "Say how the wait ends, or the branches of events are never taken."
            );
            if (check.Has("ContinueExecution"))
            {
                check.Required("MinimumWaitTimeSeconds", "Say how long the flow waits at least, such as \"1\".");
                check.Results("Continue", "WaitCompleted");
            }
        }
        else
        {
            check.Results("WaitCompleted");
        }
    }

    /// <summary>
    /// Whether it waits for time alone. A voice contact waits only for events, or while the flow continues
    /// (adminguide/wait.html).
    /// </summary>
    private static bool IsPlain(ContactFlowAction action) =>
        ContactFlowJson.Member(action.Parameters, "Events") is null
        && ContactFlowJson.Member(action.Parameters, "ContinueExecution") is null;

    private static int? Seconds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= ContactFlowLimits.WaitSeconds
            ? seconds
            : null;
}
