using System.Text.Json;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Sending;
using Cxf.Jsonata;

namespace Cxf.ApiCalls.Selecting;

/// <summary>
/// Keeps of an answer what a step needs. The input is the body, so that a field is named as the platform names it;
/// <c>$status</c> and <c>$headers</c> are bound.
/// </summary>
internal sealed class Selector(TimeProvider timeProvider)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("null");

    private readonly ExpressionCache _expressions = new(new JsonataOptions { Dialect = JsonataDialect.StepFunctions, TimeProvider = timeProvider });

    /// <summary>What the expression makes of the answer; null where it selects nothing.</summary>
    public Result<JsonElement> Select(string expression, RawAnswer answer, CancellationToken cancellationToken)
    {
        if (_expressions.Get(expression) is not { } compiled)
        {
            return FailureReason.SelectFailed;
        }

        var bindings = new JsonataBindings
        {
            ["status"] = JsonataValue.From(answer.Status),
            ["headers"] = JsonataValue.FromObject(answer.Headers.Select(header => KeyValuePair.Create(header.Key, JsonataValue.From(header.Value)))),
        };
        try
        {
            var selected = compiled.Evaluate(JsonataValue.From(answer.Body), bindings, cancellationToken);
            return selected.IsUndefined ? Nothing
                : selected.Kind == JsonataKind.Function ? FailureReason.SelectFailed
                : selected.ToJsonElement();
        }
        catch (JsonataException)
        {
            return FailureReason.SelectFailed;
        }
    }
}
