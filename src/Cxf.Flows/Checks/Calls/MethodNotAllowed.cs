using Cxf.Documents;
using Cxf.Flows.Checks.Descriptions;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>Every call uses a method that its connection allows.</summary>
internal sealed class MethodNotAllowed()
    : FlowRule(
        FlowCodes.MethodNotAllowed,
        DiagnosticSeverity.Error,
        "A method that the connection does not allow.",
        "A connection lists its methods, so that one meant for reading cannot be used to change things."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var (step, methods) in Refused(flow, flow.Flow))
        {
            var pointer = step.Pointer + (step.Operation is null ? "/method" : "/operation");
            if (flow.RequestProblems.Any(problem => problem.Kind == RequestProblemKind.Path && problem.Pointer == pointer))
            {
                // The API does not have the method either: to allow it would not help.
                continue;
            }

            Report(
                flow,
                pointer,
                $"The connection \"{step.Connection}\" does not allow {step.Method}.",
                $"Use one of: {string.Join(", ", methods)}; or allow it in the connection."
            );
        }

        foreach (var (run, inner) in flow.CompiledIn)
        {
            foreach (var (step, _) in Refused(flow, inner))
            {
                Report(
                    flow,
                    run.Outer.Pointer + "/version",
                    $"Version {run.Step.Version} of \"{run.Step.Flow}\" uses {step.Method} ({run.Path} → "
                        + $"{step.Label}), which the connection \"{step.Connection}\" does not allow.",
                    "Allow it in the connection, or name a version that does without it."
                );
            }
        }
    }

    private static IEnumerable<(RestApiStep Step, IReadOnlyCollection<string> Methods)> Refused(
        CheckedFlow flow,
        FlowDefinition calling
    ) =>
        from step in calling.AllSteps.OfType<RestApiStep>()
        let methods = flow.Context?.Connections.GetValueOrDefault(step.Connection)
        where methods is not null && step.Method.Length > 0 && !methods.Contains(step.Method)
        select (step, methods);
}
