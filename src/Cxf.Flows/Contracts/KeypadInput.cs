using System.Text.Json;

namespace Cxf.Flows.Contracts;

/// <summary>How a caller can enter a value of the payload with the keys of a telephone.</summary>
public abstract record KeypadInput
{
    /// <summary>The options that a menu has keys for: 1 to 9, and 0.</summary>
    public const int MaxOptions = 10;

    /// <summary>The most digits that are asked for where the contract has no limit.</summary>
    public const int MaxDigits = 20;

    private KeypadInput() { }

    /// <summary>A key for each value.</summary>
    /// <param name="Values">The values, in the order of the contract.</param>
    public sealed record Menu(IReadOnlyList<JsonElement> Values) : KeypadInput;

    /// <summary>Digits one after another.</summary>
    /// <param name="Min">The lowest number of digits.</param>
    /// <param name="Max">The highest number of digits.</param>
    public sealed record Digits(int Min, int Max) : KeypadInput
    {
        /// <summary>Whether there are always so many.</summary>
        public bool IsFixed => Min == Max;
    }

    /// <summary>How a value is entered; null for one that keys cannot express, such as a name.</summary>
    public static KeypadInput? For(ContractSchema schema)
    {
        if (schema.Allowed is { } allowed)
        {
            return allowed.Count is > 1 and <= MaxOptions && allowed.All(IsText) ? new Menu(allowed) : null;
        }

        return schema.Type switch
        {
            ContractType.Boolean => new Menu([JsonElement.Parse("true"), JsonElement.Parse("false")]),
            ContractType.Integer or ContractType.Number => OfNumber(LeastWhole(schema), schema.Range.Max),
            ContractType.String when schema.Pattern?.Digits is { } count => OfText(count.Min, count.Max, schema.Length),
            _ => null,
        };
    }

    /// <summary>The least number that digits can express and the bounds allow.</summary>
    public static double LeastWhole(ContractSchema schema) => Math.Max(0, Math.Ceiling(schema.Range.Min));

    private static Digits? OfNumber(double least, double most) => least > most ? null : new(DigitsOf(least), DigitsOf(most));

    private static Digits? OfText(int min, long? max, (int Min, int Max) length)
    {
        var (least, most) = (Math.Max(min, length.Min), Math.Min(max ?? MaxDigits, Math.Min(length.Max, MaxDigits)));
        return most < 1 || least > most ? null : new Digits(Math.Max(1, least), (int)most);
    }

    private static int DigitsOf(double max) =>
        max >= 1e9 ? MaxDigits : ((long)max).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

    private static bool IsText(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
}
