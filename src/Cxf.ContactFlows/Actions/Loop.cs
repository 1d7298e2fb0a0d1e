using System.Globalization;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Counts how often the call has come by, or goes over a list: then the count refers to the list. The index and the element
/// are <c>$.Loop.NAME.Index</c> and <c>$.Loop.NAME.Element</c> (adminguide/loop.html); the reference does not say how the
/// flow language writes the name, so the identifier is the name where there is no LoopName.
/// APIReference/flow-control-actions-loop.html
/// </summary>
internal sealed class Loop() : ActionKind("Loop")
{
    private const int MaxLoops = 100; // APIReference/flow-control-actions-loop.html

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var text = action.Text("LoopCount") ?? "";
        var list = Reference.Is(text) ? call.Data.FindList(Reference.Path(text)) : null;
        var count = list?.GetArrayLength() ?? 0;
        if (list is null && !int.TryParse(call.Fill(text), NumberStyles.None, CultureInfo.InvariantCulture, out count))
        {
            return new(
                ActionResult.Fails(call.Fill(text).Length == 0 ? Call.NoValue(action, "LoopCount") : "LoopCount is not a number")
            );
        }

        var name = action.Text("LoopName") ?? action.Identifier;
        return new(new ActionResult.Value(CallValue.Of(call.Loop(name, count, list) ? "ContinueLooping" : "DoneLooping")));
    }

    protected override void Check(ActionCheck check)
    {
        check.Number("LoopCount", 0, MaxLoops);
        check.NextAction();
        check.Results("ContinueLooping", "DoneLooping");
    }
}
