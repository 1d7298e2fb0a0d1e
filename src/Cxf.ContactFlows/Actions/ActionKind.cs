using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>One type of action: what the service demands of it, and what it does to a call.</summary>
internal abstract class ActionKind(string type)
{
    /// <summary>The type's name in the flow language.</summary>
    public string Type { get; } = type;

    /// <summary>How the simulator treats actions of this type.</summary>
    public virtual ActionSupport Support => ActionSupport.Walked;

    /// <summary>All checks of an action of this type.</summary>
    public void CheckAll(ActionCheck check)
    {
        if (IsAllText)
        {
            check.EveryScalarIsText();
        }
        else
        {
            check.NoEmptyText();
        }

        if (Parameters(check.Action) is { } parameters)
        {
            check.Known(parameters);
        }

        Check(check);
    }

    /// <summary>Does what the action does to the call, and says which branch it takes.</summary>
    public abstract ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken);

    /// <summary>
    /// Whether every parameter is text, also numbers and truth values. False where the service keeps other types. Default: true.
    /// </summary>
    protected virtual bool IsAllText => true;

    /// <summary>The parameters that the action has; null where they are not known, so that any are taken.</summary>
    protected virtual IReadOnlyList<Parameter>? Parameters(ContactFlowAction action) => ActionParameters.Find(Type);

    /// <summary>The checks of this type beyond those of every action.</summary>
    protected abstract void Check(ActionCheck check);
}
