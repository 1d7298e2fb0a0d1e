using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>Values as strings: <c>$string</c> and the operator <c>&amp;</c>.</summary>
internal static class StringConversion
{
    private static readonly JsonTextForm Compact = new(FifteenDigits: true, Indented: false);
    private static readonly JsonTextForm Indented = new(FifteenDigits: true, Indented: true);

    public static string Of(in JsonataValue value, Run run, bool indented = false)
    {
        switch (value.Kind)
        {
            case JsonataKind.String:
                return value.AsString();
            case JsonataKind.Function:
                return "";
            case JsonataKind.Number when !double.IsFinite(value.Number):
                throw Errors.Evaluation("D3001", value);
            case JsonataKind.Number:
                // The largest doubles are infinite when they are rounded to fifteen digits.
                return NumberText.ToFifteenDigits(value.Number) is var rounded && double.IsFinite(rounded)
                    ? NumberText.Of(rounded)
                    : "null";
            default:
                var unwrapped = ContextEvaluator.Unwrap(value);
                CheckNumbers(unwrapped);
                return JsonText.Of(unwrapped, indented ? Indented : Compact, run.Limits.StringLength);
        }
    }

    /// <summary>Infinity inside an array or object is an error too.</summary>
    private static void CheckNumbers(in JsonataValue value)
    {
        Limits.StackGuard.Check();
        if (value.Reference is ItemArray array)
        {
            foreach (ref readonly var item in array.Items.AsSpan())
            {
                CheckNumber(item);
            }
        }
        else if (value.Reference is ObjectValue made)
        {
            for (var index = 0; index < made.Count; index++)
            {
                CheckNumber(made.ValueAt(index));
            }
        }
    }

    private static void CheckNumber(in JsonataValue item)
    {
        if (item.IsNumber)
        {
            Numbers.IsNumeric(item);
        }
        else
        {
            CheckNumbers(item);
        }
    }
}
