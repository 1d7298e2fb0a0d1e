using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>The variables that a flow has anywhere.</summary>
internal sealed class FlowVariables
{
    private readonly HashSet<string> _names;

    private FlowVariables(IEnumerable<string> names) => _names = [.. names];

    /// <summary>Every name, without the <c>$</c>, in the order in which they are worth proposing.</summary>
    public IReadOnlyCollection<string> Names => _names;

    public static FlowVariables Of(FlowDefinition flow) => new(
    [
        "payload", "contact", "flow",
        .. flow.AllSteps.SelectMany(step => step.Assigned.Concat(step.Bodies.SelectMany(body => body.Inputs))).Distinct(),
        "states",
    ]);

    public bool Has(string name) => _names.Contains(name);
}
