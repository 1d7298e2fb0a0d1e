using System.Diagnostics.CodeAnalysis;
using Cxf.Jsonata.Analysis;
using Cxf.Jsonata.Analysis.Typing;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Parsing;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata;

/// <summary>A compiled expression. Immutable: one instance may be evaluated by many threads at once.</summary>
/// <example><code>
/// var expression = JsonataExpression.Compile("items[price > $limit].name");
/// var names = expression.Evaluate(JsonataValue.From(document.RootElement), new JsonataBindings { ["limit"] = JsonataValue.From(20) });
/// </code></example>
public sealed class JsonataExpression
{
    private readonly SyntaxNode _syntax;
    private readonly Lazy<ExpressionFacts> _facts;
    private readonly Lazy<EvaluationPlan> _plan;

    private JsonataExpression(string text, JsonataOptions options, SyntaxNode syntax)
    {
        Text = text;
        Options = options;
        _syntax = syntax;
        _facts = new Lazy<ExpressionFacts>(() => ExpressionFacts.Of(_syntax, Options));
        _plan = new Lazy<EvaluationPlan>(() => EvaluationPlan.For(_syntax, Options));
    }

    /// <summary>The text it was compiled from.</summary>
    public string Text { get; }

    /// <summary>The options it was compiled with.</summary>
    public JsonataOptions Options { get; }

    /// <summary>Every place that reads a variable which neither the expression nor JSONata defines, in the order of the text.</summary>
    public IReadOnlyList<JsonataVariableReference> FreeVariables => _facts.Value.FreeVariables;

    /// <summary>Every place at the top level that reads the expression's input, in the order of the text.</summary>
    public IReadOnlyList<JsonataContextReference> ContextReferences => _facts.Value.ContextReferences;

    /// <summary>True where the result depends on nothing outside of the text: no input, variable, time or chance.</summary>
    public bool IsConstant => _facts.Value.IsConstant;

    /// <summary>
    /// What of its input the expression can read, as paths of field names such as <c>order.items</c>, each with everything
    /// below it; <c>$</c> where it may be all of it. Sorted.
    /// </summary>
    public IReadOnlyList<string> InputFields => _facts.Value.InputFields;

    /// <summary>What can be said of the result and of mistakes, given what the variables can be; nothing is evaluated.</summary>
    /// <param name="variables">The shapes of the variables by name, without <c>$</c>; one that is absent can be anything.</param>
    public JsonataTyping InferTypes(IReadOnlyDictionary<string, JsonataShape> variables) => TypeInference.Of(_syntax, variables, Options);

    /// <summary>The number that the expression is, or null when it is not a number as written.</summary>
    public double? NumberLiteral => Counting.Number(_syntax);

    /// <summary>
    /// The texts that every result holds as they are written: the expression is one text, or joins texts with <c>&amp;</c>. Empty when nothing
    /// is known.
    /// </summary>
    public IReadOnlyList<string> TextParts => [.. Analysis.TextParts.Of(_syntax)];

    /// <summary>The expression as a variable plus a constant, or null when it is not one.</summary>
    public JsonataIncrement? Increment => Counting.IncrementOf(_syntax);

    /// <summary>The limits on single variables that hold whenever the expression gave true, or false. A comparison with undefined gives neither.</summary>
    public IReadOnlyList<JsonataBound> BoundsWhen(bool outcome) => [.. Counting.BoundsWhen(_syntax, outcome)];

    /// <summary>
    /// About how many bytes the result can have by what stands whole in it: the expression's own texts, and variables that reach
    /// the result as they are. What is picked out of a value, computed or counted is taken for small.
    /// </summary>
    /// <param name="sizeOf">The size of a variable, without <c>$</c>, or of the field below it that the names lead to.</param>
    public double CarriedSize(Func<string, IReadOnlyList<string>, double> sizeOf) => new Carrying(sizeOf).SizeOf(_syntax);

    internal SyntaxNode Syntax => _syntax;

    /// <summary>Compiles a text.</summary>
    /// <exception cref="JsonataException">The text is not JSONata; the first error found.</exception>
    public static JsonataExpression Compile(string text, JsonataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new JsonataExpression(text, options ?? JsonataOptions.Default, Parser.Parse(text));
    }

    /// <summary>Compiles a text, or says everything that is wrong with it.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="options">How it is compiled; null for the defaults.</param>
    /// <param name="expression">The compiled expression, or null.</param>
    /// <param name="errors">All errors found, in the order of the text; none where the expression is right.</param>
    public static bool TryCompile(
        string text,
        JsonataOptions? options,
        [NotNullWhen(true)] out JsonataExpression? expression,
        out IReadOnlyList<JsonataError> errors)
    {
        try
        {
            expression = Compile(text, options);
            errors = [];
            return true;
        }
        catch (JsonataException first)
        {
            var all = Parser.FindErrors(text);
            expression = null;
            errors = all.Count == 0 ? [first.ToError()] : all;
            return false;
        }
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="input">The context at the top level; <see cref="JsonataValue.Undefined"/> for none.</param>
    /// <param name="bindings">Variables; they hide built-in functions of the same name.</param>
    /// <param name="cancellationToken">Stops the evaluation from outside.</param>
    /// <returns>The result, fully evaluated; it may hold parts of the input and of the bindings.</returns>
    /// <exception cref="JsonataException">The evaluation failed, or went beyond a limit (<c>U1001</c>).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public JsonataValue Evaluate(JsonataValue input, JsonataBindings? bindings = null, CancellationToken cancellationToken = default) =>
        _plan.Value.Evaluate(input, bindings, cancellationToken);
}
