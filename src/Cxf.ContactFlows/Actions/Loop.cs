using System.Globalization;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>Counts how often the call has come by. APIReference/flow-control-actions-loop.html</summary>
internal sealed class Loop() : ActionKind("Loop")
{
    private const int MaxLoops = 100; // APIReference/flow-control-actions-loop.html

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        if (
            !int.TryParse(
                call.Fill(action.Text("LoopCount") ?? ""),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var count
            )
        )
        {
            return new(ActionResult.Fails("LoopCount is not a number"));
        }

        return new(new ActionResult.Value(CallValue.Of(call.Loop(action.Identifier, count) ? "ContinueLooping" : "DoneLooping")));
    }

    protected override void Check(ActionCheck check)
    {
        check.Required("LoopCount", "Say how often, such as \"10\".");
        check.Only("LoopCount");
        check.Number("LoopCount", 0, MaxLoops);
        check.NextAction();
        check.Results("ContinueLooping", "DoneLooping");
    }
}
