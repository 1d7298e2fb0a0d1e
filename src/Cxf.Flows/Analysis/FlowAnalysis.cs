using System.Collections.Concurrent;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Analysis;

/// <summary>
/// What is found out about one flow beyond its document: its expressions, compiled once, and its graph with the bounds of its
/// loops. The checks begin it; clock, cost, tests and compiler go on with what is known already.
/// </summary>
internal sealed class FlowAnalysis
{
    private const int StepsOfCharacter = 10;

    private readonly ConcurrentDictionary<string, (JsonataExpression? Expression, IReadOnlyList<JsonataError> Errors)> _compiled =
        new(StringComparer.Ordinal);
    private readonly Lazy<FlowGraph> _graph;
    private WorkBudget? _budget;

    public FlowAnalysis(FlowDefinition flow) => _graph = new Lazy<FlowGraph>(() => new FlowGraph(flow, this));

    /// <summary>
    /// The flow as a graph; only one whose paths are known has it
    /// (<see cref="FlowGraph.IsWhole(FlowDefinition, Documents.JsonDocumentReader)"/>).
    /// </summary>
    public FlowGraph Graph => _graph.Value;

    /// <summary>
    /// Does what must not take more than a budget. Nothing bounds what comes after it: the flow was checked by then.
    /// </summary>
    /// <exception cref="BudgetExceededException">There was nothing left.</exception>
    public void Within(WorkBudget budget, Action work)
    {
        _budget = budget;
        try
        {
            work();
        }
        finally
        {
            _budget = null;
        }
    }

    /// <summary>Counts work and memory.</summary>
    /// <exception cref="BudgetExceededException">There is nothing left.</exception>
    public void Spend(long steps, long bytes = 0)
    {
        if (_budget is { } budget && !budget.TrySpend(steps, bytes))
        {
            throw new BudgetExceededException(budget.Exceeded!.Value);
        }
    }

    /// <summary>An expression without its marks, of a flow that has no errors.</summary>
    public JsonataExpression Compile(string jsonata) =>
        Compile(jsonata, out var errors) ?? throw new ArgumentException($"Not JSONata: {errors[0].Message}", nameof(jsonata));

    /// <summary>An expression without its marks; null with the reasons where it is not JSONata.</summary>
    public JsonataExpression? Compile(string jsonata, out IReadOnlyList<JsonataError> errors)
    {
        if (!_compiled.TryGetValue(jsonata, out var known))
        {
            Spend(StepsOfCharacter * jsonata.Length);
            _compiled[jsonata] = known = Read(jsonata);
        }

        errors = known.Errors;
        return known.Expression;
    }

    private static (JsonataExpression? Expression, IReadOnlyList<JsonataError> Errors) Read(string jsonata)
    {
        if (!JsonataExpression.TryCompile(jsonata, JsonataOptions.StepFunctions, out var expression, out var errors))
        {
            return (null, errors);
        }

        try
        {
            // Looking at the tree takes more stack than reading it: an expression too deep for that is as good as wrong.
            _ = (expression.FreeVariables, expression.ContextReferences, expression.IsConstant);
            return (expression, []);
        }
        catch (JsonataException tooDeep)
        {
            return (null, [tooDeep.ToError()]);
        }
    }
}
