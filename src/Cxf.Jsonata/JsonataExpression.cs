using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Cxf.Jsonata.Analysis;
using Cxf.Jsonata.Analysis.Typing;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Parsing;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata;

/// <summary>A compiled expression. Immutable: one instance may be evaluated by many threads at once.</summary>
/// <example><code>
/// var expression = JsonataExpression.Compile("items[price > $limit].name");
/// var bindings = new JsonataBindings { ["limit"] = JsonataValue.From(20) };
/// var names = expression.Evaluate(JsonataValue.From(document.RootElement), bindings);
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

    /// <summary>All reads of variables that neither the expression nor JSONata defines, in the order of the text.</summary>
    public IReadOnlyList<JsonataVariableReference> FreeVariables => _facts.Value.FreeVariables;

    /// <summary>All reads of the expression's input at the top level, in the order of the text.</summary>
    public IReadOnlyList<JsonataContextReference> ContextReferences => _facts.Value.ContextReferences;

    /// <summary>True if the result depends only on the text: not on input, variables, time or random values.</summary>
    public bool IsConstant => _facts.Value.IsConstant;

    /// <summary>
    /// The parts of the input that the expression can read, as sorted paths of field names such as <c>order.items</c>, each with
    /// everything below it; <c>$</c> if it may read all of it.
    /// </summary>
    public IReadOnlyList<string> InputFields => _facts.Value.InputFields;

    /// <summary>
    /// Infers the shape of the result and finds conflicts from the shapes of the variables, without evaluating anything.
    /// </summary>
    /// <param name="variables">The shapes of the variables by name, without <c>$</c>; a missing one can be anything.</param>
    /// <param name="context">The shape of the input; null if it can be anything.</param>
    public JsonataTyping InferTypes(IReadOnlyDictionary<string, JsonataShape> variables, JsonataShape? context = null) =>
        TypeInference.Of(_syntax, variables, context ?? JsonataShape.Any, Options);

    /// <summary>The number, if the expression is a number literal; otherwise null.</summary>
    public double? NumberLiteral => Counting.Number(_syntax);

    /// <summary>
    /// The texts that every result holds as they are written: the expression is one text, or joins texts with <c>&amp;</c>. Empty
    /// when nothing is known.
    /// </summary>
    public IReadOnlyList<string> TextParts => [.. Analysis.TextParts.Of(_syntax)];

    /// <summary>The expression as a variable plus a constant, or null if it has another form.</summary>
    public JsonataIncrement? Increment => Counting.IncrementOf(_syntax);

    /// <summary>
    /// The bounds on single variables that hold whenever the expression is true, or false. A comparison with undefined is
    /// neither.
    /// </summary>
    public IReadOnlyList<JsonataBound> BoundsWhen(bool outcome) => [.. Counting.BoundsWhen(_syntax, outcome)];

    /// <summary>
    /// Estimates the size of the result in bytes: the sum of string literals and of variables that reach the result unchanged.
    /// Parts of values and computed values count as small.
    /// </summary>
    /// <param name="sizeOf">The size of a variable, without <c>$</c>, or of the field that the names select in it.</param>
    public double CarriedSize(Func<string, IReadOnlyList<string>, double> sizeOf) => new ResultSize(sizeOf).SizeOf(_syntax);

    internal SyntaxNode SyntaxRoot => _syntax;

    /// <summary>The syntax tree of the expression, to read.</summary>
    public JsonataSyntax Syntax => new(_syntax);

    /// <summary>Compiles an expression.</summary>
    /// <exception cref="JsonataException">The text is not valid JSONata; the exception has the first error.</exception>
    public static JsonataExpression Compile(string text, JsonataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new JsonataExpression(text, options ?? JsonataOptions.Default, Parser.Parse(text));
    }

    /// <summary>Compiles an expression, or returns all its errors.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="options">How it is compiled; null for the defaults.</param>
    /// <param name="expression">The compiled expression, or null.</param>
    /// <param name="errors">All errors, in the order of the text; empty if the expression is valid.</param>
    public static bool TryCompile(
        string text,
        JsonataOptions? options,
        [NotNullWhen(true)] out JsonataExpression? expression,
        out IReadOnlyList<JsonataError> errors
    )
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

    /// <summary>Evaluates the expression with a JSON text as the context at the top level.</summary>
    /// <example><code>
    /// JsonataExpression.Compile("$sum(items.price)").Evaluate("""{"items":[{"price":4},{"price":5}]}""").ToJson(); // 9
    /// </code></example>
    /// <param name="json">The context.</param>
    /// <param name="bindings">Variables; they hide built-in functions of the same name.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="JsonataException">The evaluation failed or exceeded a limit (<c>U1001</c>).</exception>
    public JsonataValue Evaluate(
        [StringSyntax(StringSyntaxAttribute.Json)] string json,
        JsonataBindings? bindings = null,
        CancellationToken cancellationToken = default
    ) => Evaluate(JsonataValue.Parse(json), bindings, cancellationToken);

    /// <summary>Evaluates the expression with a JSON document as the context at the top level.</summary>
    /// <param name="node">The context; null is JSON's <c>null</c>.</param>
    /// <param name="bindings">Variables; they hide built-in functions of the same name.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <exception cref="JsonataException">The evaluation failed or exceeded a limit (<c>U1001</c>).</exception>
    public JsonataValue Evaluate(
        JsonNode? node,
        JsonataBindings? bindings = null,
        CancellationToken cancellationToken = default
    ) => Evaluate(JsonataValue.From(node), bindings, cancellationToken);

    /// <summary>Evaluates the expression with an object as the context at the top level, as its serializer writes it.</summary>
    /// <param name="input">The context.</param>
    /// <param name="type">How it is written: a property of a <see cref="JsonSerializerContext"/>.</param>
    /// <param name="bindings">Variables; they hide built-in functions of the same name.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <exception cref="JsonataException">The evaluation failed or exceeded a limit (<c>U1001</c>).</exception>
    public JsonataValue Evaluate<T>(
        T input,
        JsonTypeInfo<T> type,
        JsonataBindings? bindings = null,
        CancellationToken cancellationToken = default
    ) => Evaluate(JsonataValue.From(input, type), bindings, cancellationToken);

    /// <summary>Evaluates the expression.</summary>
    /// <param name="input">The context at the top level; <see cref="JsonataValue.Undefined"/> for none.</param>
    /// <param name="bindings">Variables; they hide built-in functions of the same name.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <returns>The result, fully evaluated; it may hold parts of the input and of the bindings.</returns>
    /// <exception cref="JsonataException">The evaluation failed or exceeded a limit (<c>U1001</c>).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public JsonataValue Evaluate(
        JsonataValue input,
        JsonataBindings? bindings = null,
        CancellationToken cancellationToken = default
    ) => _plan.Value.Evaluate(input, bindings, cancellationToken);
}
