using System.Collections.Concurrent;
using Cxf.Jsonata;

namespace Cxf.ApiCalls.Selecting;

/// <summary>Compiled expressions by their text. There are as many as flows have steps, so a full cache is simply emptied.</summary>
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
