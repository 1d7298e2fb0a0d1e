using System.Numerics;
using System.Text;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.NumberPictures;

namespace Cxf.Jsonata.Functions;

/// <summary>Formats and parses numbers, by a picture or a radix.</summary>
internal static class NumberFormatting
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int MaxRadix = 36;

    public static IEnumerable<BuiltInFunction> All =>
        [
            new("formatNumber", "<n-so?:s>", 3, FormatNumber),
            new("formatBase", "<n-n?:s>", 2, FormatBase),
            new("formatInteger", "<n-s:s>", 2, FormatInteger),
            new("parseInteger", "<s-s:n>", 2, ParseInteger),
        ];

    private static JsonataValue FormatNumber(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var symbols = DecimalSymbols.Read(arguments[2]);
        var picture = arguments[1].TryGetString(out var text) ? text : "";
        return JsonataValue.From(DecimalFormatting.Format(arguments[0].Number, picture, symbols, run));
    }

    private static JsonataValue FormatInteger(JsonataValue[] arguments, Run run) =>
        arguments[0].IsUndefined
            ? default
            : JsonataValue.From(
                IntegerFormatting.Format(Math.Floor(arguments[0].Number), IntegerPicture.Parse(Text(arguments[1])), run)
            );

    private static JsonataValue ParseInteger(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var number = IntegerParsing.Parse(arguments[0].AsString(), IntegerPicture.Parse(Text(arguments[1])));
        run.HasUnusualNumber |= !double.IsFinite(number);
        return JsonataValue.From(number);
    }

    private static string Text(in JsonataValue value) => value.TryGetString(out var text) ? text : "";

    private static JsonataValue FormatBase(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var radix = arguments[1].IsUndefined ? 10 : Mathematics.Round(arguments[1].Number);
        if (!(radix is >= 2 and <= MaxRadix))
        {
            throw Errors.Evaluation("D3100", JsonataValue.From(radix));
        }

        var number = Mathematics.Round(arguments[0].Number);
        return JsonataValue.From(
            radix == 10 || !double.IsFinite(number) ? Values.NumberText.Of(number) : ToRadix(number, (int)radix)
        );
    }

    private static string ToRadix(double number, int radix)
    {
        var digits = new StringBuilder();
        for (var rest = BigInteger.Abs(new BigInteger(number)); rest > 0 || digits.Length == 0; rest /= radix)
        {
            digits.Insert(0, Digits[(int)(rest % radix)]);
        }

        return (number < 0 ? "-" : "") + digits;
    }
}
