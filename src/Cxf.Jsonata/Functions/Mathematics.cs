using System.Globalization;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

internal static class Mathematics
{
    /// <summary><c>$random()</c> of the standard dialect.</summary>
    public static readonly BuiltInFunction RandomWithoutSeed = new(
        "random",
        "<:n>",
        0,
        (_, run) => JsonataValue.From(run.Random.NextDouble())
    );

    public static IEnumerable<BuiltInFunction> All =>
        [
            new("number", "<(nsb)-:n>", 1, Number),
            new("floor", "<n-:n>", 1, (arguments, _) => Map(arguments[0], Math.Floor)),
            new("ceil", "<n-:n>", 1, (arguments, _) => Map(arguments[0], Math.Ceiling)),
            new("abs", "<n-:n>", 1, (arguments, _) => Map(arguments[0], Math.Abs)),
            new("round", "<n-n?:n>", 2, Round),
            new("sqrt", "<n-:n>", 1, SquareRoot),
            new("power", "<n-n:n>", 2, Power),
        ];

    /// <summary>Rounds half to even, on the decimal digits of the number, as the reference does.</summary>
    public static double Round(double number, double precision = 0)
    {
        var shifted = precision == 0 || double.IsNaN(precision) ? number : Shift(number, precision);
        var rounded = Math.Floor(shifted);
        rounded += shifted - rounded >= 0.5 ? 1 : 0;
        if (Math.Abs(rounded - shifted) == 0.5 && Math.Abs(rounded % 2) == 1)
        {
            rounded--;
        }

        var result = precision == 0 || double.IsNaN(precision) ? rounded : Shift(rounded, -precision);
        return result == 0 ? 0 : result;
    }

    private static JsonataValue Map(in JsonataValue number, Func<double, double> change) =>
        number.IsUndefined ? default : JsonataValue.From(change(number.Number));

    private static JsonataValue Number(JsonataValue[] arguments, Run run)
    {
        var value = arguments[0];
        return value.Kind switch
        {
            JsonataKind.Undefined or JsonataKind.Number => value,
            JsonataKind.Boolean => JsonataValue.From(Sequences.IsTrue(value) ? 1 : 0),
            JsonataKind.String when NumberReading.TryRead(value.AsString(), out var number) => JsonataValue.From(number),
            _ => throw Errors.Evaluation("D3030", value),
        };
    }

    private static JsonataValue Round(JsonataValue[] arguments, Run run) =>
        arguments[0].IsUndefined
            ? default
            : JsonataValue.From(Round(arguments[0].Number, arguments[1].IsNumber ? arguments[1].Number : 0));

    private static JsonataValue SquareRoot(JsonataValue[] arguments, Run run) =>
        arguments[0] switch
        {
            { IsUndefined: true } => default,
            { Number: < 0 } negative => throw Errors.Evaluation("D3060", negative),
            var number => JsonataValue.From(Math.Sqrt(number.Number)),
        };

    private static JsonataValue Power(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var result = arguments[1].IsNumber ? Math.Pow(arguments[0].Number, arguments[1].Number) : double.NaN;
        return double.IsFinite(result) ? JsonataValue.From(result) : throw Errors.Evaluation("D3061", arguments[0], arguments[1]);
    }

    /// <summary>Moves the decimal point of the printed number, which is exact, unlike a multiplication.</summary>
    private static double Shift(double number, double places)
    {
        var text = NumberText.Of(number);
        var exponentAt = text.IndexOf('e', StringComparison.Ordinal);
        var exponent =
            exponentAt < 0 ? 0 : int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var shifted = (exponentAt < 0 ? text : text[..exponentAt]) + "e" + NumberText.Of(exponent + places);
        return double.TryParse(shifted, NumberStyles.Float, CultureInfo.InvariantCulture, out var result) ? result : double.NaN;
    }
}
