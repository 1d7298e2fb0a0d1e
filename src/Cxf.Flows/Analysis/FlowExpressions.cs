using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>Every string of a flow's steps that is evaluated when a step runs, compiled once for all checks.</summary>
internal static class FlowExpressions
{
    public static IReadOnlyList<FlowExpression> Of(FlowDefinition flow, FlowAnalysis analysis)
    {
        // A variable that hides a function or $payload was reported. What an expression with it means, nobody can say.
        var hiding = flow.AllSteps.SelectMany(step => step.Assigned).Where(StepLabel.IsReserved).Distinct().ToList();
        var expressions = flow.AllSteps.SelectMany(step => Of(step, analysis));
        return
        [
            .. hiding.Count == 0
                ? expressions
                : expressions.Select(expression =>
                    hiding.Exists(expression.Mentions) ? expression with { Compiled = null } : expression
                ),
        ];
    }

    private static IEnumerable<FlowExpression> Of(FlowStep step, FlowAnalysis analysis) =>
        from place in Places(step)
        from text in place.Value.Strings()
        let need = text.Pointer == place.Value.Pointer ? place.Need : PlaceNeed.Anything
        select FlowExpression.Read(step, text.Pointer, text.Text, need, analysis);

    private static IEnumerable<(FlowValue Value, PlaceNeed Need)> Places(FlowStep step) =>
        step switch
        {
            DecisionStep decision => decision.Choices.Select(choice => (choice.When, PlaceNeed.Condition)),
            RespondStep respond => Given((respond.Message, PlaceNeed.Output)).Concat(Outputs(respond)),
            FailStep fail => Given((fail.Message, PlaceNeed.Text)),
            RestApiStep { Operation: not null } call => Given(
                (call.Parameters, PlaceNeed.Object),
                (call.Body, PlaceNeed.Anything)
            ),
            RestApiStep call => Given(
                (call.Path, PlaceNeed.Text),
                (call.Query, PlaceNeed.Object),
                (call.Headers, PlaceNeed.Object),
                (call.Body, PlaceNeed.Anything)
            ),
            WaitStep wait => Given((wait.Seconds, PlaceNeed.Number), (wait.Until, PlaceNeed.Text)),
            ForEachStep loop => Given((loop.Items, PlaceNeed.Items)),
            RunFlowStep child => Given((child.Payload, PlaceNeed.Object)),
            _ => step.Values.Select(value => (value, PlaceNeed.Anything)),
        };

    private static IEnumerable<(FlowValue Value, PlaceNeed Need)> Given(
        params IEnumerable<(FlowValue? Value, PlaceNeed Need)> places
    ) => places.Where(place => place.Value is not null).Select(place => (place.Value!, place.Need));

    private static IEnumerable<(FlowValue Value, PlaceNeed Need)> Outputs(RespondStep respond) =>
        respond.Outputs is { } outputs
            ? outputs
                .Json.EnumerateObject()
                .Select(output =>
                    (new FlowValue(output.Value, JsonPointer.Append(outputs.Pointer, output.Name)), PlaceNeed.Output)
                )
            : [];
}
