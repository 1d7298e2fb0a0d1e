using System.Text.Json;
using Cxf.Jsonata;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>A Condition: an expression that returns true or false.</summary>
internal sealed class JsonataCondition(StatesExpression expression) : ICondition
{
    public bool Holds(IEvaluationContext context, Payload data) => expression.Evaluate(context, JsonataKind.Boolean).GetBoolean();
}

/// <summary>Items of a JSONata Map: an expression, an array with expressions in it, or by default the state's input.</summary>
internal sealed class JsonataItems(StatesExpression? expression, IDataTemplate? array) : IItemSource
{
    public JsonElement Evaluate(IEvaluationContext context)
    {
        if (expression is not null)
        {
            return expression.Evaluate(context, JsonataKind.Array).ToPayload().Tree;
        }

        if (array is not null)
        {
            return array.Evaluate(context).Tree;
        }

        return context.Input.Tree.ValueKind == JsonValueKind.Array
            ? context.Input.Tree
            : throw new EvaluationFailedException(
                context.Describe($"Map state input must be an array but was: {Payload.Compact(context.Input.Tree)}"),
                null
            );
    }
}

/// <summary>A numeric field that is an expression.</summary>
internal sealed class JsonataNumber(StatesExpression expression, NumberRange range) : NumberField
{
    public override double Evaluate(IEvaluationContext context)
    {
        var value = expression.Evaluate(context, JsonataKind.Number).GetDouble();
        if (range.IsInteger && value != Math.Floor(value))
        {
            throw Failed(context, $"The field '{expression.Field}' must be an integer but was: {value}");
        }

        return value >= range.Minimum && value <= range.Maximum
            ? value
            : throw Failed(
                context,
                $"The field '{expression.Field}' must be between {range.Minimum} and {range.Maximum} but was: {value}"
            );
    }

    private EvaluationFailedException Failed(IEvaluationContext context, string problem) =>
        new(context.Describe(problem), expression.Field);
}

/// <summary>A string field that is an expression.</summary>
internal sealed class JsonataText(StatesExpression expression) : TextField
{
    public override string Evaluate(IEvaluationContext context) => expression.Evaluate(context, JsonataKind.String).GetString();
}

/// <summary>A Timestamp that is an expression.</summary>
internal sealed class JsonataTimestamp(StatesExpression expression) : TimestampField
{
    public override DateTimeOffset Evaluate(IEvaluationContext context)
    {
        var text = expression.Evaluate(context, JsonataKind.String).GetString();
        return Timestamp.TryParse(text, out var time)
            ? time
            : throw new EvaluationFailedException(
                context.Describe(
                    $"The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {text}"
                ),
                expression.Field,
                afterEntry: true
            );
    }
}
