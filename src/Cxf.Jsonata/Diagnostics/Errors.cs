using Cxf.Jsonata.Parsing;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Diagnostics;

/// <summary>Creates exceptions from codes with the messages of <see cref="ErrorMessages"/>.</summary>
internal static class Errors
{
    /// <summary>An error in the text of an expression.</summary>
    public static JsonataException Syntax(string code, int position, string? token = null, string? value = null) =>
        new(code, Fill(code, token, value is null ? null : Quote(value), null), position, token);

    /// <summary>A token that is not allowed at its position.</summary>
    public static JsonataException Unexpected(string code, in Token token, string? expected = null)
    {
        var template = Fill(code, null, expected is null ? null : Quote(expected), null)
            .Replace("{token}", token.IsLiteral ? token.Quoted : Quote(token.Quoted));
        return new(code, template, token.End, token.Quoted);
    }

    /// <summary>A parameter that is not a variable; numbers start at one.</summary>
    public static JsonataException Parameter(int number, int position, string? token) =>
        new("S0208", Fill("S0208", token, JsonText.Of(JsonataValue.From(number), JsonText.Plain), null), position, token);

    /// <summary>A literal where only a field name is allowed.</summary>
    public static JsonataException LiteralStep(int position, in JsonataValue literal) =>
        new("S0213", Fill("S0213", null, Print(literal), null), position) { Value = literal };

    /// <summary>An error of an evaluation. The nearest node that knows the position fills it in.</summary>
    public static JsonataException Evaluation(
        string code,
        JsonataValue value = default,
        JsonataValue value2 = default,
        string? token = null,
        int index = 0,
        string? type = null
    )
    {
        var message = Fill(code, token, Print(value), Print(value2))
            .Replace("{index}", index.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Replace("{type}", Quote(type ?? ""));
        return new JsonataException(code, message, -1, token) { Value = value };
    }

    /// <summary>Adds to an exception what was not known where it was thrown.</summary>
    public static void Locate(JsonataException error, int position, string? token)
    {
        if (error.Position < 0)
        {
            error.Position = position;
        }

        if (error.Token is null && token is not null)
        {
            error.Token = token;
            error.Template = error.Template.Replace("{token}", Quote(token));
        }
    }

    /// <summary>
    /// The same for an exception filter, which lets the exception pass: <c>catch … when (Errors.Pass(…))</c>. Catching and
    /// rethrowing would need more stack at every level, which a recursion that is too deep does not have.
    /// </summary>
    /// <returns>False.</returns>
    public static bool Pass(JsonataException error, int position, string? token)
    {
        Locate(error, position, token);
        return false;
    }

    /// <summary>
    /// The filter for a call of a function: as in the reference, an error that leaves a function has the position of the call.
    /// Each function remembers one call only, the last.
    /// </summary>
    /// <param name="error">The error.</param>
    /// <param name="function">The function; null if its calls leave no trace.</param>
    /// <param name="position">The position of the call.</param>
    /// <param name="token">The name of the function.</param>
    /// <returns>False.</returns>
    public static bool PassCall(JsonataException error, object? function, int position, string? token)
    {
        if (function is null)
        {
            return Pass(error, position, token);
        }

        var positions = error.CallPositions ??= new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        positions.TryAdd(function, position);
        error.Position = positions[function];
        return Pass(error, position, token);
    }

    /// <summary>The filter for an operator around an operand: it replaces position and token.</summary>
    /// <returns>False.</returns>
    public static bool PassOperator(JsonataException error, int position, string token)
    {
        error.Position = position;
        error.Token = token;
        return false;
    }

    private static string Fill(string code, string? token, string? value, string? value2)
    {
        var template = ErrorMessages.Of(code);
        template = value is null ? template : template.Replace("{value}", value);
        template = value2 is null ? template : template.Replace("{value2}", value2);
        return token is null ? template : template.Replace("{token}", Quote(token));
    }

    private static string Quote(string text) => JsonText.Of(JsonataValue.From(text), JsonText.Plain);

    private static string? Print(in JsonataValue value)
    {
        const int maxItems = 1000;
        if (value.IsUndefined)
        {
            return "undefined";
        }

        return value.Kind is JsonataKind.Array or JsonataKind.Object && value.Count > maxItems
            ? $"{value.Kind} of {value.Count}"
            : JsonText.Of(value, JsonText.Plain);
    }
}
