using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>What the kinds of steps have in common where the model keeps it apart.</summary>
internal static class StepFacts
{
    /// <summary>The branches that a step takes when it fails.</summary>
    public static IReadOnlyList<ErrorBranch> ErrorBranches(FlowStep step) =>
        step switch
        {
            RestApiStep call => call.OnError,
            ParallelStep parallel => parallel.OnError,
            ForEachStep loop => loop.OnError,
            RunFlowStep child => child.OnError,
            _ => [],
        };

    /// <summary>Whether a path can end with this step.</summary>
    public static bool EndsPath(FlowStep step) =>
        step switch
        {
            RespondStep or FailStep => true,
            DecisionStep => false,
            _ => step.Transitions.Count() == ErrorBranches(step).Count,
        };

    /// <summary>Whether the step's result, besides what it assigns, is the variable of its label.</summary>
    public static bool HasResult(FlowStep step) => step is RestApiStep or ParallelStep or ForEachStep or RunFlowStep;
}
