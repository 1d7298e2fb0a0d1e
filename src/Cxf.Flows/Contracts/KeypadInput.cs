using System.Text.Json;

namespace Cxf.Flows.Contracts;

/// <summary>How a caller can enter a value of the payload with the keys of a telephone.</summary>
public abstract record KeypadInput
{
    /// <summary>The options that a menu has keys for: 1 to 9, and 0.</summary>
    public const int MaxOptions = 10;

    private const int MaxDigits = 20;

    private KeypadInput() { }

    /// <summary>A key for each value.</summary>
    /// <param name="Values">The values, in the order of the contract.</param>
    public sealed record Menu(IReadOnlyList<JsonElement> Values) : KeypadInput;

    /// <summary>Digits one after another.</summary>
    /// <param name="Max">The highest number of digits.</param>
    /// <param name="IsFixed">Whether there are always so many.</param>
    public sealed record Digits(int Max, bool IsFixed) : KeypadInput;

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
            ContractType.Integer or ContractType.Number when schema.Range.Max >= 0 => new Digits(
                DigitsOf(schema.Range.Max),
                false
            ),
            ContractType.String when schema.Pattern?.Digits is { } count => OfText(count.Min, count.Max, schema.Length),
            _ => null,
        };
    }

    private static Digits? OfText(int min, long? max, (int Min, int Max) length)
    {
        var (least, most) = (Math.Max(min, length.Min), Math.Min(max ?? MaxDigits, Math.Min(length.Max, MaxDigits)));
        return most < 1 || least > most ? null : new Digits((int)most, least == most);
    }

    private static int DigitsOf(double max) =>
        max >= 1e9 ? MaxDigits : ((long)max).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

    private static bool IsText(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
}
