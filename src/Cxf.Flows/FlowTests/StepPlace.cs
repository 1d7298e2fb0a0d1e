using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>Where a step stands in the flow.</summary>
/// <param name="Step">The step.</param>
/// <param name="Scope">The scope it belongs to.</param>
/// <param name="Owner">The label of the step whose body that scope is; null for the flow's own.</param>
/// <param name="Body">Which of the owner's bodies it is, from 0.</param>
internal sealed record StepPlace(FlowStep Step, StepScope Scope, string? Owner, int Body)
{
    /// <summary>The places of all steps, by label.</summary>
    public static Dictionary<string, StepPlace> Of(FlowDefinition flow) =>
        Of(flow.Body, null, 0).ToDictionary(place => place.Step.Label, StringComparer.Ordinal);

    private static IEnumerable<StepPlace> Of(StepScope scope, string? owner, int body) =>
        scope.Steps.SelectMany(step => step.Bodies
            .SelectMany((inner, index) => Of(inner, step.Label, index))
            .Prepend(new StepPlace(step, scope, owner, body)));
}
