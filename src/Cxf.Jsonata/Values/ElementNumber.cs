using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Cxf.Jsonata.Values;

/// <summary>
/// Reads numbers of a document. Short ones, as nearly all are, are read digit by digit without the general parser.
/// </summary>
internal static class ElementNumber
{
    // Both are exact in a double, so one division gives the correctly rounded result (Clinger's fast path).
    private const int ExactDigits = 15;
    private static readonly double[] PowersOfTen =
    [
        1,
        1e1,
        1e2,
        1e3,
        1e4,
        1e5,
        1e6,
        1e7,
        1e8,
        1e9,
        1e10,
        1e11,
        1e12,
        1e13,
        1e14,
        1e15,
    ];

    public static double Read(JsonElement element)
    {
        var text = JsonMarshal.GetRawUtf8Value(element);
        if (text.Length > ExactDigits)
        {
            return Slow(text);
        }

        var at = text[0] == '-' ? 1 : 0;
        long digits = 0;
        var fraction = -1;
        for (; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (text[at] == '.')
            {
                fraction = text.Length - at - 1;
            }
            else
            {
                return Slow(text);
            }
        }

        var number = fraction < 0 ? digits : digits / PowersOfTen[fraction];
        return text[0] == '-' ? -number : number;
    }

    private static double Slow(ReadOnlySpan<byte> text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
