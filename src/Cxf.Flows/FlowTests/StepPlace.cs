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

    /// <summary>How many <c>forEach</c> steps there are around a step.</summary>
    public static int LoopsAround(FlowDefinition flow, FlowStep step)
    {
        var places = Of(flow);
        var loops = 0;
        for (var place = places[step.Label]; place.Owner is not null; place = places[place.Owner])
        {
            loops += places[place.Owner].Step is ForEachStep ? 1 : 0;
        }

        return loops;
    }

    private static IEnumerable<StepPlace> Of(StepScope scope, string? owner, int body) =>
        scope.Steps.SelectMany(step => step.Bodies
            .SelectMany((inner, index) => Of(inner, step.Label, index))
            .Prepend(new StepPlace(step, scope, owner, body)));
}
