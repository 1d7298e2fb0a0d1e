using Cxf.Jsonata;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>A Timestamp that is an expression.</summary>
internal sealed class JsonataTimestamp(StatesExpression expression) : TimestampField
{
    public override DateTimeOffset Evaluate(StateRun run)
    {
        var text = expression.Evaluate(run, JsonataKind.String).GetString();
        return Timestamp.TryParse(text, out var time)
            ? time
            : throw new EvaluationFailedException(
                run.Describe(
                    $"The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {text}"),
                expression.Field,
                afterEntry: true);
    }
}
