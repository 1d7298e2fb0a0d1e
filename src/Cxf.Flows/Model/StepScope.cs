namespace Cxf.Flows.Model;

/// <summary>
/// Steps that follow one another: a flow's own, a branch of <c>parallel</c>, or what <c>forEach</c> does with each item.
/// Steps name only steps of their own scope as the next one; labels are unique in the whole document all the same.
/// </summary>
/// <param name="Start">The label of the first step.</param>
/// <param name="Steps">The steps, in the order of the document.</param>
/// <param name="Pointer">The location of the object with <c>start</c> and <c>steps</c>; empty for the flow's own scope.</param>
public sealed record StepScope(string Start, IReadOnlyList<FlowStep> Steps, string Pointer)
{
    /// <summary>Variables that the scope has from its beginning: item and index of <c>forEach</c>. Default: none.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Whether this is a branch or a loop's body: it ends with a result and cannot answer the caller.</summary>
    public bool IsBody => Pointer.Length > 0;

    /// <summary>The way into the scope.</summary>
    public StepTransition Entry => new(Start, Pointer + "/start");

    /// <summary>Every step, each followed by those of its bodies, at any depth.</summary>
    public IEnumerable<FlowStep> AllSteps =>
        Steps.SelectMany(step => step.Bodies.SelectMany(body => body.AllSteps).Prepend(step));

    /// <summary>The step of a label in this scope, or null; the steps of bodies belong to scopes of their own.</summary>
    public FlowStep? Find(string label) => Steps.FirstOrDefault(step => step.Label == label);
}
