using Cxf.ContactFlows.Actions;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows;

/// <summary>Runs a contact flow as Amazon Connect would for one call.</summary>
public static class ContactFlowSimulator
{
    /// <summary>More actions than any real call passes: 250 actions, each visited several times.</summary>
    private const int MaxActions = 2_000;

    /// <summary>
    /// Runs the flow from its first action to its end. Failures of functions are part of the result; only cancellation throws.
    /// </summary>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public static async Task<CallResult> CallAsync(
        ContactFlow flow,
        CallOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var call = new Call(options);
        var end = await RunAsync(flow, call, cancellationToken);
        call.Tell(new CallEvent.Ended(end));
        return new CallResult(call.Events, end, call.Clock.Now, call.Unfinished);
    }

    /// <summary>Runs a flow, or a module of one, to its end.</summary>
    internal static async ValueTask<CallEnd> RunAsync(ContactFlow flow, Call call, CancellationToken cancellationToken)
    {
        var action = flow.Find(flow.StartAction)!;
        for (var passed = 0; passed < MaxActions; passed++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            call.Enter(action);
            call.Options.Entering?.Invoke(call, flow, action);
            var result =
                GivenResult.Of(action, call)
                ?? (
                    ActionKinds.Find(action.Type) is { } kind
                        ? await kind.RunAsync(action, call, cancellationToken)
                        : new ActionResult.End(CallEndKind.NotSimulated, $"{action.Type} is not known here")
                );
            if (result is ActionResult.End end)
            {
                return new CallEnd(end.Kind, action.Identifier, end.Detail) { Result = end.Result };
            }

            var way = TakenBranch.Of(action, result, call);
            if (way.Target is null)
            {
                return new CallEnd(CallEndKind.Dropped, action.Identifier, way.Branch.Problem ?? "the action leads nowhere");
            }

            call.Options.Leaving?.Invoke(flow, action, way.Branch.Label);
            if (way.Branch != TakenBranch.Next)
            {
                call.Tell(new CallEvent.BranchTaken(way.Branch, way.Target));
            }

            if (flow.Find(way.Target) is not { } next)
            {
                return new CallEnd(
                    CallEndKind.Dropped,
                    action.Identifier,
                    $"the branch leads to \"{way.Target}\", but there is no such action"
                );
            }

            action = next;
        }

        return new CallEnd(CallEndKind.TooLong, action.Identifier, $"the call passed {MaxActions} actions without an end");
    }
}
