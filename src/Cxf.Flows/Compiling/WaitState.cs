using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// A <c>wait</c> step is a Wait. A bound that the flow promises is kept by the expression itself: a wait that would be
/// longer fails before it begins.
/// </summary>
internal static class WaitState
{
    public static void Write(StateWriter state, WaitStep step)
    {
        state.Begin("Wait");
        WriteTime(state, step);
        if (step.Next is null)
        {
            // It has no result; without this, the body's would be whatever came before.
            state.Json.WriteStartObject("Output");
            state.Json.WriteEndObject();
        }

        state.Assign(step.Next);
        state.Onward(step.Next);
        state.End();
    }

    /// <summary>How long, or until when, with the bound that the flow promises.</summary>
    public static void WriteTime(StateWriter state, WaitStep step)
    {
        var most = (long)step.AtMost.TotalSeconds;
        if (step.Until is { } until)
        {
            var instant = state.Jsonata(until.Json.GetString()!);
            state.Expression(
                "Timestamp",
                $"($_until := {instant}; $assert($toMillis($_until) - $millis() <= {most * 1000}, 'The wait is longer "
                    + $"than {most} seconds.'); $_until)"
            );
        }
        else if (ExpressionText.TryRead(step.Seconds!.Json.ToString(), out _))
        {
            var seconds = state.Jsonata(step.Seconds.Json.GetString()!);
            state.Expression(
                "Seconds",
                $"($_seconds := {seconds}; $assert($_seconds <= {most}, 'The wait is longer than {most} seconds.'); $_seconds)"
            );
        }
        else
        {
            state.Json.WriteNumber("Seconds", most);
        }
    }
}
