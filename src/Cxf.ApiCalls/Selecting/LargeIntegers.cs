using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Cxf.ApiCalls.Selecting;

/// <summary>
/// Carries whole numbers through JSONata that its numbers (doubles) cannot hold, such as IDs beyond 2^53: each is replaced by a
/// double of its own, in the same order, and restored in the result. So they stay exact as long as an expression only selects,
/// compares or sorts them.
/// </summary>
internal sealed class LargeIntegers
{
    /// <summary>The digits of 2^53, up to which every whole number is a double.</summary>
    private const int MinDigits = 16;

    /// <summary>2^53.</summary>
    private const double FirstInexact = 9_007_199_254_740_992;

    /// <summary>The digits of the largest double; no third party sends longer numbers.</summary>
    private const int MaxDigits = 309;

    private readonly Dictionary<string, double> _doubles;
    private readonly Dictionary<double, string> _texts;

    private LargeIntegers(Dictionary<string, double> doubles)
    {
        _doubles = doubles;
        _texts = [];
        foreach (var (text, value) in doubles)
        {
            _texts.TryAdd(value, text);
        }
    }

    /// <summary>The large whole numbers of a body; null if it has none, as nearly every body.</summary>
    public static LargeIntegers? In(JsonElement body)
    {
        var json = JsonMarshal.GetRawUtf8Value(body);
        if (!HasLongDigits(json))
        {
            return null;
        }

        var whole = new HashSet<string>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                (IsLarge(reader.ValueSpan) ? whole : others).Add(Encoding.ASCII.GetString(reader.ValueSpan));
            }
        }

        return whole.Count == 0 ? null : new LargeIntegers(Assign(whole, others));
    }

    /// <summary>The body with a double for each.</summary>
    public JsonElement Replace(JsonElement body) =>
        Rewrite(
            body,
            number =>
                _doubles.TryGetValue(Encoding.ASCII.GetString(number), out var value)
                    ? value.ToString("R", CultureInfo.InvariantCulture)
                    : null
        );

    /// <summary>A result with the whole numbers in place of their doubles.</summary>
    public JsonElement Restore(JsonElement result) =>
        Rewrite(
            result,
            number => _texts.GetValueOrDefault(double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture))
        );

    // Numbers that are written in another way (9.1e15) take part, because none of them may share a double with a whole number of
    // another value.
    private static Dictionary<string, double> Assign(HashSet<string> whole, HashSet<string> others)
    {
        var values = whole
            .Select(text => (Text: text, Value: BigInteger.Parse(text, CultureInfo.InvariantCulture)))
            .Concat(
                others
                    .Select(text => (Text: text, Double: double.Parse(text, CultureInfo.InvariantCulture)))
                    .Where(other => double.IsFinite(other.Double) && Math.Abs(other.Double) >= FirstInexact)
                    .Select(other => (other.Text, Value: new BigInteger(other.Double)))
            );
        var doubles = new Dictionary<string, double>(StringComparer.Ordinal);
        var last = double.NegativeInfinity;
        foreach (var same in values.GroupBy(number => number.Value, number => number.Text).OrderBy(group => group.Key))
        {
            var value = double.Parse(same.First(), CultureInfo.InvariantCulture);
            last = value > last ? value : double.BitIncrement(last);
            foreach (var text in double.IsFinite(last) ? same : Enumerable.Empty<string>())
            {
                doubles.Add(text, last);
            }
        }

        return doubles;
    }

    private static bool HasLongDigits(ReadOnlySpan<byte> json)
    {
        var digits = 0;
        foreach (var c in json)
        {
            digits = c is >= (byte)'0' and <= (byte)'9' ? digits + 1 : 0;
            if (digits == MinDigits)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLarge(ReadOnlySpan<byte> number) =>
        number.Length >= MinDigits
        && number.Length <= MaxDigits
        && !(number[0] == '-' ? number[1..] : number).ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private delegate string? Replacement(ReadOnlySpan<byte> number);

    private static JsonElement Rewrite(JsonElement json, Replacement replace)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        var bytes = new ArrayBufferWriter<byte>(raw.Length + 16);
        var copied = 0;
        var reader = new Utf8JsonReader(raw);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number && replace(reader.ValueSpan) is { } text)
            {
                bytes.Write(raw[copied..(int)reader.TokenStartIndex]);
                bytes.Write(Encoding.ASCII.GetBytes(text));
                copied = (int)reader.BytesConsumed;
            }
        }

        bytes.Write(raw[copied..]);
        return JsonElement.Parse(bytes.WrittenSpan);
    }
}
