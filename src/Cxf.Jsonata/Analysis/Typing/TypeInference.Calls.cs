using Cxf.Jsonata.Functions;
using Cxf.Jsonata.Signatures;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis.Typing;

/// <summary>Calls of the built-in functions, by their signatures.</summary>
internal sealed partial class TypeInference
{
    private JsonataShape InferCall(CallNode call, JsonataShape context)
    {
        var arguments = call.Arguments.Select(argument => argument is PlaceholderNode ? JsonataShape.Any : Infer(argument, context)).ToList();
        if (call.Procedure is not VariableNode { Clauses: null } procedure || call.IsPartial || TypeScope.Find(_scope, procedure.Name) is not null
            || _given.ContainsKey(procedure.Name) || _library.Find(procedure.Name) is not { } function)
        {
            if (call.Procedure is not VariableNode)
            {
                Infer(call.Procedure, context);
            }

            return JsonataShape.Any;
        }

        CheckArguments(call, function, arguments);
        return ResultOf(function, arguments);
    }

    private void CheckArguments(CallNode call, BuiltInFunction function, List<JsonataShape> arguments)
    {
        var parameters = function.Signature.Parameters;

        // Where the context may stand for an argument, or one is repeated, places and parameters do not answer each other.
        if (arguments.Count > parameters.Count || function.MayTakeContext(arguments.Count) || parameters.Any(parameter => parameter.IsRepeated))
        {
            return;
        }

        for (var place = 0; place < arguments.Count; place++)
        {
            // A missing argument is left to the signature at run time; an optional one may let the next argument take its place.
            if (place > 0 && parameters[place - 1].IsOptional && !parameters[place - 1].UsesContext)
            {
                return;
            }

            var allowed = Kinds(parameters[place]);
            if (!arguments[place].CanBe(allowed) && arguments[place].Kinds != JsonataKinds.None)
            {
                Add(JsonataConflictKind.AlwaysFails, call.Arguments[place].Position,
                    $"Argument {place + 1} of ${function.Name} must be {KindWords.Of(allowed & ~JsonataKinds.Undefined)}, but this is always {KindWords.Of(arguments[place].Kinds)}.");
            }
        }
    }

    private static JsonataKinds Kinds(SignatureParameter parameter) =>
        parameter is { Type: 'a', Subtype: { Length: 1 } subtype }
            ? JsonataKinds.Array | JsonataKinds.Undefined | Kind(subtype[0])
            : parameter.Allowed.Aggregate(JsonataKinds.None, (kinds, letter) => kinds | Kind(letter));

    private static JsonataKinds Kind(char letter) => letter switch
    {
        's' => JsonataKinds.String,
        'n' => JsonataKinds.Number,
        'b' => JsonataKinds.Boolean,
        'l' => JsonataKinds.Null,
        'a' => JsonataKinds.Array,
        'o' => JsonataKinds.Object,
        'f' => JsonataKinds.Function,
        'm' => JsonataKinds.Undefined,
        _ => JsonataKinds.Any,
    };

    /// <summary>Most functions give nothing when they get nothing, and some when they find nothing: only these never do.</summary>
    private static JsonataShape ResultOf(BuiltInFunction function, List<JsonataShape> arguments)
    {
        var result = function.Name switch
        {
            "exists" => JsonataShape.Boolean,
            "count" or "millis" or "random" => JsonataShape.Number,
            "now" or "uuid" => JsonataShape.Text,
            _ => null,
        };
        if (result is not null)
        {
            return result;
        }

        // A result of several values may come as an array, a single one or nothing.
        var kind = Kind(function.Signature.ResultLetter);
        var isScalar = (kind & ~JsonataKinds.Scalar) == 0;
        var mayBeUndefined = !isScalar || arguments.Count == 0 || arguments.Exists(argument => argument.CanBe(JsonataKinds.Undefined)) || MayFindNothing.Contains(function.Name);
        return !isScalar ? JsonataShape.Any : mayBeUndefined ? new JsonataShape(kind | JsonataKinds.Undefined) : new JsonataShape(kind);
    }

    private static readonly HashSet<string> MayFindNothing =
        new(StringComparer.Ordinal) { "max", "min", "average", "sum", "toMillis", "fromMillis", "parseInteger", "number", "join", "match", "lookup" };
}
