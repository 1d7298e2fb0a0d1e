using System.Text.Json;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Signatures;

/// <summary>
/// Matches arguments to parameters if they do not correspond one by one. The reference writes both as text and uses a regular
/// expression; this is the same search: each parameter takes as many arguments as it can and gives some back if the rest does not
/// match.
/// </summary>
internal static class SignatureMatcher
{
    public static char KindOf(in JsonataValue value) =>
        value.Kind switch
        {
            JsonataKind.Null => 'l',
            JsonataKind.Boolean => 'b',
            JsonataKind.Number => 'n',
            JsonataKind.String => 's',
            JsonataKind.Array => 'a',
            JsonataKind.Object => 'o',
            JsonataKind.Function => 'f',
            _ => 'm',
        };

    public static bool ItemsAre(in JsonataValue array, char kind)
    {
        if (ReferenceEquals(array.Reference, ValueTag.ElementArray))
        {
            return ElementsAre(array.Element, kind);
        }

        var items = new ArrayCursor(array);
        while (items.MoveNext())
        {
            if (KindOf(items.Current) != kind)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>In a document the kinds are known without reading values.</summary>
    private static bool ElementsAre(JsonElement array, char kind)
    {
        foreach (var item in array.EnumerateArray())
        {
            var actual = item.ValueKind switch
            {
                JsonValueKind.Null => 'l',
                JsonValueKind.True or JsonValueKind.False => 'b',
                JsonValueKind.Number => 'n',
                JsonValueKind.String => 's',
                JsonValueKind.Array => 'a',
                _ => 'o',
            };
            if (actual != kind)
            {
                return false;
            }
        }

        return true;
    }

    public static JsonataValue[] Bind(SignatureParameter[] parameters, JsonataValue[] arguments, in JsonataValue context)
    {
        var kinds = new char[arguments.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            kinds[index] = KindOf(arguments[index]);
        }

        var taken = new int[parameters.Length];
        if (!Match(parameters, kinds, taken, 0, 0, parameters.Length, toEnd: true))
        {
            throw Mismatch(parameters, arguments, kinds);
        }

        return Arrange(parameters, arguments, kinds, taken, context);
    }

    private static bool Match(
        SignatureParameter[] parameters,
        char[] kinds,
        int[] taken,
        int parameter,
        int argument,
        int end,
        bool toEnd
    )
    {
        if (parameter == end)
        {
            return !toEnd || argument == kinds.Length;
        }

        var current = parameters[parameter];
        var most = current.IsRepeated ? kinds.Length - argument : 1;
        var count = 0;
        while (count < most && argument + count < kinds.Length && current.Takes(kinds[argument + count]))
        {
            count++;
        }

        for (var minimum = current.IsOptional ? 0 : 1; count >= minimum; count--)
        {
            taken[parameter] = count;
            if (Match(parameters, kinds, taken, parameter + 1, argument + count, end, toEnd))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Reports the first argument that does not match, found as in the reference: by matching more and more parameters.
    /// </summary>
    private static JsonataException Mismatch(SignatureParameter[] parameters, JsonataValue[] arguments, char[] kinds)
    {
        var taken = new int[parameters.Length];
        var goodTo = 0;
        for (var end = 1; end <= parameters.Length; end++)
        {
            if (!Match(parameters, kinds, taken, 0, 0, end, toEnd: false))
            {
                break;
            }

            goodTo = taken.AsSpan(0, end).ToArray().Sum();
        }

        var value = goodTo < arguments.Length ? arguments[goodTo] : default;
        return Errors.Evaluation("T0410", value, index: goodTo + 1);
    }

    private static JsonataValue[] Arrange(
        SignatureParameter[] parameters,
        JsonataValue[] arguments,
        char[] kinds,
        int[] taken,
        in JsonataValue context
    )
    {
        var bound = new List<JsonataValue>(parameters.Length);
        // The reference counts an optional parameter without an argument as one argument, so the position can be ahead of the
        // match.
        var at = 0;
        var matched = 0;
        for (var index = 0; index < parameters.Length; index++)
        {
            var parameter = parameters[index];
            var first = at < arguments.Length ? arguments[at] : default;
            if (taken[index] == 0 && parameter.UsesContext)
            {
                bound.Add(parameter.Takes(KindOf(context)) ? context : throw Errors.Evaluation("T0411", context, index: at + 1));
            }
            else if (taken[index] == 0)
            {
                bound.Add(first);
                at++;
            }
            else
            {
                var match = new string(kinds, matched, taken[index]);
                foreach (var kind in match)
                {
                    var argument = at < arguments.Length ? arguments[at] : default;
                    bound.Add(parameter.Type == 'a' ? AsArray(parameter, argument, kind, match, at) : first);
                    at++;
                }

                matched += taken[index];
            }
        }

        return [.. bound];
    }

    private static JsonataValue AsArray(SignatureParameter parameter, in JsonataValue argument, char kind, string match, int at)
    {
        if (kind == 'm')
        {
            return default;
        }

        var fits = parameter.Subtype is not { } subtype || (kind == 'a' ? ItemsAre(argument, subtype[0]) : match == subtype);
        if (!fits)
        {
            throw Errors.Evaluation("T0412", argument, index: at + 1, type: ItemNames(parameter.Subtype!));
        }

        return kind == 'a' ? argument : new JsonataValue(new ItemArray([argument]));
    }

    private static string ItemNames(string subtype) =>
        subtype switch
        {
            "a" => "arrays",
            "b" => "booleans",
            "f" => "functions",
            "n" => "numbers",
            "o" => "objects",
            "s" => "strings",
            _ => subtype,
        };
}
