using Cxf.Jsonata;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>A numeric field that is an expression.</summary>
internal sealed class JsonataNumber(StatesExpression expression, NumberRange range) : NumberField
{
    public override double Evaluate(StateRun run)
    {
        var value = expression.Evaluate(run, JsonataKind.Number).GetDouble();
        if (range.IsInteger && value != Math.Floor(value))
        {
            throw Failed(run, $"The field '{expression.Field}' must be an integer but was: {value}");
        }

        return value >= range.Minimum && value <= range.Maximum
            ? value
            : throw Failed(
                run, $"The field '{expression.Field}' must be between {range.Minimum} and {range.Maximum} but was: {value}");
    }

    private EvaluationFailedException Failed(StateRun run, string problem) => new(run.Describe(problem), expression.Field);
}
