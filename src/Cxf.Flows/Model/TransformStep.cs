namespace Cxf.Flows.Model;

/// <summary>
/// Sets variables. All values are taken before any is set, so they do not see each other. Its result is the object of them.
/// </summary>
public sealed record TransformStep(string Label, string Pointer) : FlowStep(Label, Pointer)
{
    /// <summary>The variables by name, with their values; at least one.</summary>
    public required IReadOnlyList<VariableAssignment> Assign { get; init; }

    /// <summary>The step after it; null where it ends a body.</summary>
    public StepTransition? Next { get; init; }

    /// <inheritdoc />
    public override IEnumerable<StepTransition> Transitions => Onwards(Next, []);

    /// <inheritdoc />
    public override IEnumerable<FlowValue> Values => Assign.Select(assignment => assignment.Value);

    /// <inheritdoc />
    public override IEnumerable<string> Assigned => Assign.Select(assignment => assignment.Name);
}

/// <summary>One variable that a step sets.</summary>
/// <param name="Name">Its name, without the <c>$</c>; it follows the rule for labels.</param>
/// <param name="Value">Its value.</param>
public sealed record VariableAssignment(string Name, FlowValue Value);
