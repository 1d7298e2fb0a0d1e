using System.Collections.Concurrent;
using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Sending;
using Cxf.Jsonata;

namespace Cxf.ApiCalls.Selecting;

/// <summary>
/// Keeps of an answer what a step needs. The input is the body, so that a field is named as the third party names it;
/// <c>$status</c> and <c>$headers</c> are bound.
/// </summary>
internal sealed class Selector(TimeProvider timeProvider)
{
    /// <summary>
    /// What one selection may allocate, in bytes: many times the largest answer, and a part of a small function's memory.
    /// </summary>
    private const long MaxAllocatedBytes = 128L * 1024 * 1024;

    private readonly ExpressionCache _expressions = new(
        new JsonataOptions
        {
            Dialect = JsonataDialect.StepFunctions,
            Limits = new JsonataLimits { AllocatedBytes = MaxAllocatedBytes },
            TimeProvider = timeProvider,
        }
    );

    /// <summary>The result of the expression; null if it selects nothing.</summary>
    public Result<JsonElement> Select(string expression, RawAnswer answer, CancellationToken cancellationToken)
    {
        if (_expressions.Get(expression) is not { } compiled)
        {
            return FailureReason.SelectFailed;
        }

        var bindings = new JsonataBindings
        {
            ["status"] = JsonataValue.From(answer.Status),
            ["headers"] = JsonataValue.FromObject(
                answer.Headers.Select(header => KeyValuePair.Create(header.Key, JsonataValue.From(header.Value)))
            ),
        };
        var large = LargeIntegers.In(answer.Body);
        try
        {
            var body = large?.Replace(answer.Body) ?? answer.Body;
            var selected = compiled.Evaluate(JsonataValue.From(body), bindings, cancellationToken);
            return selected.IsUndefined ? AnswerBodyReader.Nothing
                : selected.Kind == JsonataKind.Function ? FailureReason.SelectFailed
                : large?.Restore(selected.ToJsonElement()) ?? selected.ToJsonElement();
        }
        catch (JsonataException)
        {
            return FailureReason.SelectFailed;
        }
    }
}

/// <summary>
/// Compiled expressions by their text. There are as many as flows have steps, so a full cache is simply emptied.
/// </summary>
internal sealed class ExpressionCache(JsonataOptions options)
{
    private const int Capacity = 1000;

    private readonly ConcurrentDictionary<string, JsonataExpression?> _expressions = new(StringComparer.Ordinal);

    /// <summary>The compiled expression, or null when the text is not one.</summary>
    public JsonataExpression? Get(string text)
    {
        if (_expressions.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_expressions.Count >= Capacity)
        {
            _expressions.Clear();
        }

        return _expressions[text] = JsonataExpression.TryCompile(text, options, out var compiled, out _) ? compiled : null;
    }
}
