using System.Globalization;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Lets time pass. The service takes TimeLimitSeconds where the reference (flow-control-actions-wait.html) says TimeoutSeconds.
/// </summary>
internal sealed class Wait() : ActionKind("Wait")
{
    private const string Completed = "WaitCompleted";
    private const string Continue = "Continue";
    private const string ContinueExecution = "ContinueExecution";
    private const string Least = "MinimumWaitTimeSeconds";

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

        var left = TimeSpan.FromSeconds(seconds);
        if (!Continues(action))
        {
            await PassAsync(left, call, cancellationToken);
            return new ActionResult.Value(CallValue.Of(Completed));
        }

        left -= call.WaitingSince(action.Identifier);
        var least = TimeSpan.FromSeconds(Seconds(call.Fill(action.Text(Least) ?? "")) ?? 0);
        await PassAsync(left < least ? left : least, call, cancellationToken);
        if (left > least)
        {
            return new ActionResult.Value(CallValue.Of(Continue));
        }

        call.EndWait(action.Identifier);
        return new ActionResult.Value(CallValue.Of(Completed));
    }

    protected override void Check(ActionCheck check)
    {
        check.Number("TimeLimitSeconds", 1, ContactFlowLimits.WaitSeconds);
        check.Word(ContinueExecution, StringComparer.OrdinalIgnoreCase, "True", "False");
        check.NextAction();
        check.Errors(ErrorTypes.NoMatchingError);
        var events = ContactFlowJson
            .Items(check.Action.Parameters, "Events")
            .Select(ContactFlowJson.Scalar)
            .OfType<string>()
            .ToList();
        if (Continues(check.Action))
        {
            check.Needed(Least, "Say how long the flow waits at least, such as \"1\".");
            check.Results(Continue, Completed);
        }
        else
        {
            check.Results([.. events, Completed]);
        }

        if (check.Has("Events"))
        {
            check.Warning(
                ContactFlowCodes.NotSimulated,
                check.ParametersLocation("Events"),
                "The simulator waits for time only, not for events.",
                $"Say how the wait ends: cxf call --result \"{check.Action.Identifier}={events.FirstOrDefault() ?? Completed}\"."
            );
        }
    }

    private static async ValueTask PassAsync(TimeSpan time, Call call, CancellationToken cancellationToken)
    {
        if (time > TimeSpan.Zero)
        {
            await call.WaitAsync(time, cancellationToken);
            call.Tell(new CallEvent.Waited(time));
        }
    }

    /// <summary>
    /// Whether it waits for time alone. A voice contact waits only for events, or while the flow continues
    /// (adminguide/wait.html).
    /// </summary>
    public static bool IsPlain(ContactFlowAction action) =>
        ContactFlowJson.Member(action.Parameters, "Events") is null && !Continues(action);

    /// <summary>
    /// Whether the flow continues while it waits: each time that the call comes by it goes on, until the time is over
    /// (adminguide/wait.html, <em>Keep running while waiting</em>).
    /// </summary>
    private static bool Continues(ContactFlowAction action) => Words.IsTrue(action.Text(ContinueExecution));

    private static int? Seconds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= ContactFlowLimits.WaitSeconds
            ? seconds
            : null;
}
