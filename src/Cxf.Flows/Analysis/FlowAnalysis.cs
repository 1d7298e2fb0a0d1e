using Cxf.Flows.Checks;
using Cxf.Jsonata;

namespace Cxf.Flows.Analysis;

/// <summary>What all analyses of one document share: their budget, and every expression compiled once.</summary>
/// <param name="budget">What they may use.</param>
internal sealed class FlowAnalysis(WorkBudget budget)
{
    private readonly Dictionary<string, (JsonataExpression? Expression, IReadOnlyList<JsonataError> Errors)> _compiled = new(
        StringComparer.Ordinal
    );

    /// <summary>An analysis that nothing bounds, of a flow that was checked within its budget before.</summary>
    public static FlowAnalysis Unbounded() => new(WorkBudget.Unlimited());

    /// <summary>Counts work and memory.</summary>
    /// <exception cref="BudgetExceededException">There is nothing left.</exception>
    public void Spend(long steps, long bytes = 0)
    {
        if (!budget.TrySpend(steps, bytes))
        {
            throw new BudgetExceededException(budget.Exceeded!.Value);
        }
    }

    /// <summary>An expression without its marks; null with the reasons where it is not JSONata.</summary>
    public JsonataExpression? Compile(string jsonata, out IReadOnlyList<JsonataError> errors)
    {
        if (!_compiled.TryGetValue(jsonata, out var known))
        {
            Spend(StepsOfCharacter * jsonata.Length);
            known.Expression = JsonataExpression.TryCompile(
                jsonata,
                JsonataOptions.StepFunctions,
                out var expression,
                out known.Errors
            )
                ? expression
                : null;
            _compiled[jsonata] = known;
        }

        errors = known.Errors;
        return known.Expression;
    }

    private const int StepsOfCharacter = 10;
}
