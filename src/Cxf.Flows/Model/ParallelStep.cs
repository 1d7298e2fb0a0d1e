namespace Cxf.Flows.Model;

/// <summary>
/// Does several things at once. Its result is the object of the branches' results; what a branch assigns stays in it.
/// </summary>
public sealed record ParallelStep(string Label, string Pointer) : FlowStep(Label, Pointer)
{
    /// <summary>The branches, in the order of the document; at least one.</summary>
    public required IReadOnlyList<ParallelBranch> Branches { get; init; }

    /// <summary>Where to go when a branch fails, by error code; the other branches are given up then.</summary>
    public IReadOnlyList<ErrorBranch> OnError { get; init; } = [];

    /// <summary>The step after all branches have ended; null where it ends a body.</summary>
    public StepTransition? Next { get; init; }

    /// <inheritdoc />
    public override IEnumerable<StepTransition> Transitions => Onwards(Next, OnError);

    /// <inheritdoc />
    public override IEnumerable<FlowValue> Values => [];

    /// <inheritdoc />
    public override IEnumerable<string> Assigned => [Label];

    /// <inheritdoc />
    public override IReadOnlyList<StepScope> Bodies => field ??= [.. Branches.Select(branch => branch.Body)];
}

/// <summary>One branch of a <c>parallel</c> step.</summary>
/// <param name="Name">Its name, by which its result is read: <c>$parallel_1.name</c>.</param>
/// <param name="Body">Its steps.</param>
public sealed record ParallelBranch(string Name, StepScope Body);
