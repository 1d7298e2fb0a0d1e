using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Checks.Descriptions;
using Cxf.Flows.Costs;
using Cxf.Flows.Model;
using Cxf.Flows.Timing;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks;

/// <summary>A flow that is being checked, with what the rules ask about it; each answer is found once.</summary>
internal sealed class CheckedFlow
{
    private static readonly string[] TimeMembers = ["/caller", "/callerLimitSeconds", "/timeoutSeconds", "/retry"];

    private readonly Lazy<IReadOnlyList<TypedExpression>> _typed;
    private readonly Lazy<Dictionary<string, TypedExpression>> _typedAt;
    private readonly Lazy<IReadOnlyList<FlowRun>> _runs;
    private readonly Lazy<FlowTiming?> _timing;
    private readonly Lazy<MachineMeasures?> _measures;
    private readonly Lazy<ValueSizes?> _sizes;
    private readonly Lazy<IReadOnlyList<RequestProblem>> _requests;

    public CheckedFlow(FlowDefinition flow, FlowContext? context, JsonDocumentReader document)
    {
        (Flow, Context, Document) = (flow, context, document);
        Graph = FlowGraph.IsWhole(flow, document) ? flow.Analysis.Graph : null;
        Expressions = FlowExpressions.Of(flow, flow.Analysis);
        _typed = new(() => Graph is { } graph ? TypedExpression.Of(graph, Expressions) : []);
        _typedAt = new(() => Typed.DistinctBy(typed => typed.Expression.Pointer).ToDictionary(typed => typed.Expression.Pointer));
        _runs = new(() => [.. RunsOf(flow)]);
        _timing = new(() => Graph is { } graph && !HasUnreadTimes(document) ? FlowTiming.Of(graph, context) : null);
        _measures = new(() => Graph is null ? null : MachineMeasures.Of(this));
        _requests = new(() => DescribedRequest.Problems(this));
        _sizes = new(() => Graph is { } graph ? new ValueSizes(graph) : null);
    }

    public FlowDefinition Flow { get; }

    public FlowContext? Context { get; }

    /// <summary>The document, which problems are reported to.</summary>
    public JsonDocumentReader Document { get; }

    /// <summary>What the rules may use, and what they share.</summary>
    public FlowAnalysis Analysis => Flow.Analysis;

    /// <summary>The flow as a graph; null while its paths are unknown.</summary>
    public FlowGraph? Graph { get; }

    public IReadOnlyList<FlowExpression> Expressions { get; }

    /// <summary>
    /// All JSONata of the flow that can be read, each <c>select</c> included: where it is, and where in that text it begins.
    /// </summary>
    public IEnumerable<(string Pointer, int Start, JsonataExpression Expression)> Jsonata()
    {
        foreach (var expression in Expressions)
        {
            if (expression.Compiled is { } compiled)
            {
                yield return (expression.Pointer, ExpressionText.Start, compiled);
            }
        }

        foreach (var step in Flow.AllSteps.OfType<RestApiStep>())
        {
            if (step.Select is { } select && Analysis.Compile(select, out _) is { } compiled)
            {
                yield return (step.Pointer + "/select", 0, compiled);
            }
        }
    }

    /// <summary>The expressions with what they can give; none while paths are unknown.</summary>
    public IReadOnlyList<TypedExpression> Typed => _typed.Value;

    /// <summary>
    /// The expression at a pointer with what it can give. Null if the pointer has no expression or paths are unknown.
    /// </summary>
    public TypedExpression? TypedAt(string pointer) => _typedAt.Value.GetValueOrDefault(pointer);

    /// <summary>Where its calls contradict the descriptions of their connections.</summary>
    public IReadOnlyList<RequestProblem> RequestProblems => _requests.Value;

    /// <summary>The <c>runFlow</c> steps of another flow, or of this one, and of the versions that it compiles in.</summary>
    public IEnumerable<FlowRun> RunsOf(FlowDefinition flow)
    {
        foreach (var run in FlowRun.In(flow, Context?.PinnedFlows))
        {
            Analysis.Spend(run.Way.Count);
            yield return run;
        }
    }

    /// <summary>The <c>runFlow</c> steps of the flow, and of the versions that it compiles in.</summary>
    public IReadOnlyList<FlowRun> Runs => _runs.Value;

    /// <summary>The versions that it compiles in, of each of its steps once.</summary>
    public IEnumerable<(FlowRun Run, FlowDefinition Flow)> CompiledIn =>
        from run in Runs.DistinctBy(run => (run.Outer, run.Version))
        let flow = run.Version is { } version ? Context?.PinnedFlows?.GetValueOrDefault(version) : null
        where flow is not null
        select (run, flow);

    /// <summary>How long the flow can take; null while its paths are unknown, or a number that it would count.</summary>
    public FlowTiming? Timing => _timing.Value;

    /// <summary>How large its values get; null while its paths are unknown.</summary>
    public ValueSizes? Sizes => _sizes.Value;

    /// <summary>How large its machine gets; null while its paths are unknown.</summary>
    public MachineMeasures? Measures => _measures.Value;

    private static bool HasUnreadTimes(JsonDocumentReader document) =>
        document.Diagnostics.Any(said => said.Severity == DiagnosticSeverity.Error && IsTime(said.Pointer));

    private static bool IsTime(string pointer) =>
        TimeMembers.Any(member => pointer.EndsWith(member, StringComparison.Ordinal)) || pointer.Contains("/retry/");
}
