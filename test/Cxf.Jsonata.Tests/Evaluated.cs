namespace Cxf.Jsonata.Tests;

/// <summary>Evaluates expressions in tests.</summary>
internal static class Evaluated
{
    /// <summary>The result as JSON, or <c>undefined</c>.</summary>
    public static string Json(string expression, string? input = null, JsonataOptions? options = null)
    {
        var result = Value(JsonataExpression.Compile(expression, options), input);
        return result.IsUndefined ? "undefined" : result.ToString();
    }

    /// <summary>The result of a compiled expression.</summary>
    public static JsonataValue Value(JsonataExpression expression, string? input = null, JsonataBindings? bindings = null) =>
        expression.Evaluate(
            input is null ? JsonataValue.Undefined : JsonataValue.Parse(input),
            bindings,
            TestContext.Current.CancellationToken
        );

    /// <summary>The error of compiling or evaluating.</summary>
    public static JsonataException Error(string expression, string? input = null, JsonataOptions? options = null) =>
        Assert.Throws<JsonataException>(() => Json(expression, input, options));
}
