using Cxf.Jsonata.Functions;
using Cxf.Jsonata.Signatures;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis.Typing;

/// <summary>The types of calls of built-in functions, by their signatures.</summary>
internal static class CallTyping
{
    private static readonly HashSet<string> MayFindNothing = new(StringComparer.Ordinal)
    {
        "max",
        "min",
        "average",
        "sum",
        "parseInteger",
        "join",
        "match",
        "lookup",
    };

    public static JsonataShape Of(
        CallNode call,
        BuiltInFunction function,
        List<JsonataShape> arguments,
        JsonataShape context,
        ConflictReport report
    )
    {
        if (HasEnough(call, function, arguments.Count, context, report))
        {
            CheckArguments(call, function, arguments, report);
        }

        return ResultOf(function, arguments);
    }

    // The context replaces one missing argument, unless there is no context.
    private static bool HasEnough(CallNode call, BuiltInFunction function, int given, JsonataShape context, ConflictReport report)
    {
        var required = function.Signature.Parameters.Where(parameter => parameter.UsesContext || !parameter.IsOptional).ToList();
        var fromContext = function.MayTakeContext(given) && context.Kinds != JsonataKinds.Undefined ? 1 : 0;
        if (given + fromContext >= required.Count)
        {
            return true;
        }

        report.Add(
            JsonataConflictKind.AlwaysFails,
            call.Procedure is VariableNode { Start: var start } ? start : call.Position,
            $"${function.Name} needs {required.Count} arguments ({string.Join(", ", required.Select(Words))}), "
                + $"but this call has {given}."
        );
        return false;
    }

    private static void CheckArguments(
        CallNode call,
        BuiltInFunction function,
        List<JsonataShape> arguments,
        ConflictReport report
    )
    {
        var parameters = function.Signature.Parameters;

        // If the context can replace an argument, or a parameter is repeated, arguments do not correspond to parameters by
        // position.
        if (
            arguments.Count > parameters.Count
            || function.MayTakeContext(arguments.Count)
            || parameters.Any(parameter => parameter.IsRepeated)
        )
        {
            return;
        }

        for (var index = 0; index < arguments.Count; index++)
        {
            // The signature checks missing arguments at run time; an optional parameter may leave its argument to the next one.
            if (index > 0 && parameters[index - 1].IsOptional && !parameters[index - 1].UsesContext)
            {
                return;
            }

            var allowed = Kinds(parameters[index]);
            var given = arguments[index].Kinds & ~JsonataKinds.Undefined;
            if (given != JsonataKinds.None && (given & allowed) == 0)
            {
                report.Add(
                    JsonataConflictKind.AlwaysFails,
                    call.Arguments[index].Position,
                    $"Argument {index + 1} of ${function.Name} must be {KindNames.Of(allowed & ~JsonataKinds.Undefined)}, "
                        + $"but this is always {KindNames.Of(arguments[index].Kinds)}."
                );
            }
        }
    }

    private static string Words(SignatureParameter parameter) =>
        parameter.Type is 'x' or 'j' ? "a value" : KindNames.Of(Kinds(parameter) & ~JsonataKinds.Undefined);

    private static JsonataKinds Kinds(SignatureParameter parameter) =>
        parameter is { Type: 'a', Subtype: { Length: 1 } subtype }
            ? JsonataKinds.Array | JsonataKinds.Undefined | Kind(subtype[0])
            : parameter.Allowed.Aggregate(JsonataKinds.None, (kinds, letter) => kinds | Kind(letter));

    private static JsonataKinds Kind(char letter) =>
        letter switch
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

    /// <summary>
    /// Most functions return undefined for undefined, and some when they find nothing; only these never return undefined.
    /// </summary>
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

        // Functions of a text or a number give nothing for nothing.
        if (
            arguments is [{ Kinds: JsonataKinds.Undefined }, ..]
            && function.Signature.Parameters is [{ Type: 's' or 'n' }, ..]
            && Kind(function.Signature.ResultLetter) is JsonataKinds.String or JsonataKinds.Number or JsonataKinds.Boolean
        )
        {
            return JsonataShape.Undefined;
        }

        // A result that is not a scalar may be an array, a single value or undefined.
        var kind = Kind(function.Signature.ResultLetter);
        var isScalar = (kind & ~JsonataKinds.Scalar) == 0;
        var mayBeUndefined =
            !isScalar
            || arguments.Count == 0
            || arguments.Exists(argument => argument.CanBe(JsonataKinds.Undefined))
            || MayFindNothing.Contains(function.Name)
            || (function.Name == "toMillis" && arguments.Count > 1);
        return !isScalar ? JsonataShape.Any
            : mayBeUndefined ? new JsonataShape(kind | JsonataKinds.Undefined)
            : new JsonataShape(kind);
    }
}
