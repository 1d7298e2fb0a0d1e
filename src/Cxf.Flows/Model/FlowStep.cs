namespace Cxf.Flows.Model;

/// <summary>One step of a flow.</summary>
/// <param name="Label">The step's label: the state's name in the console, and the variable of its result.</param>
/// <param name="Pointer">The location of the step in the document (RFC 6901).</param>
public abstract record FlowStep(string Label, string Pointer)
{
    /// <summary>What the step is for, in the author's words; empty when not given. It becomes the state's Comment.</summary>
    public string Description { get; init; } = "";

    /// <summary>
    /// Every way on from this step, in the order of the document; none for a step that ends the flow, or in a body, the body.
    /// </summary>
    public abstract IEnumerable<StepTransition> Transitions { get; }

    /// <summary>
    /// Every expression and value of this step that is evaluated when it runs; those of its bodies are their steps'.
    /// </summary>
    public abstract IEnumerable<FlowValue> Values { get; }

    /// <summary>The variables that the step sets in its own scope. Default: none.</summary>
    public virtual IEnumerable<string> Assigned => [];

    /// <summary>
    /// The step that undoes this one when the flow fails after it; null where none does. It is no way on from this step.
    /// </summary>
    public StepTransition? Undo { get; init; }

    /// <summary>The scopes inside the step: branches of <c>parallel</c>, the body of <c>forEach</c>. Default: none.</summary>
    public virtual IReadOnlyList<StepScope> Bodies => [];

    /// <summary>The transitions of a step that goes on and may branch on errors.</summary>
    private protected static IEnumerable<StepTransition> Onwards(StepTransition? next, IReadOnlyList<ErrorBranch> onError) =>
        next is { } target ? [target, .. onError.Select(branch => branch.Next)] : onError.Select(branch => branch.Next);
}

/// <summary>One way from a step to another.</summary>
/// <param name="Target">The label of the step that comes next.</param>
/// <param name="Pointer">The location of the target's label in the document.</param>
public sealed record StepTransition(string Target, string Pointer);
