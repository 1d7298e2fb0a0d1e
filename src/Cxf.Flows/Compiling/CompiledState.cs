using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>The state that a step became, for whoever reads a run's history or answers for its calls.</summary>
/// <param name="Name">The state's name: the step's label, or for a flow that is compiled in what became of it.</param>
/// <param name="Step">The step.</param>
/// <param name="Owner">The state that contains it; null for the machine's own.</param>
/// <param name="Body">In which of the owner's bodies, from 0.</param>
public sealed record CompiledState(string Name, FlowStep Step, string? Owner, int Body)
{
    /// <summary>The flow that the step belongs to: the compiled one, or one that is compiled in.</summary>
    public required FlowDefinition Flow { get; init; }

    internal static CompiledState Of(ScopeFrame scope, FlowStep step)
    {
        var name = scope.Flow.NameOf(step.Label);
        return new CompiledState(name, step, scope.Around?.Name, scope.Body) { Flow = scope.Flow.Flow };
    }
}
