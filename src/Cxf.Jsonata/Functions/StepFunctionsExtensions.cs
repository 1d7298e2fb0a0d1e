using System.Security.Cryptography;
using System.Text.Json;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>
/// The functions that AWS Step Functions adds (Developer Guide, "Transforming data with JSONata"), with the results, roundings
/// and codes that others measured on AWS (floci-io/floci, issues 2662 and 2737, pull requests 2676 and 2783).
/// </summary>
internal static class StepFunctionsExtensions
{
    /// <summary>The largest range that AWS makes; one more exceeds its memory.</summary>
    private const int MaxRange = 360_145;

    public static IEnumerable<BuiltInFunction> All =>
        [
            new("partition", "<an?:a<a>>", 2, Partition),
            new("range", "<nnn?:a<n>>", 3, Range),
            new("hash", "<s-s?:s>", 2, Hash),
            new("random", "<n?:n>", 1, Random),
            new("uuid", "<:s>", 0, Uuid),
            new("parse", "<s-:x>", 1, Parse),
        ];

    /// <summary>Numbers that should be integers are rounded towards zero.</summary>
    private static JsonataValue Partition(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined || arguments[0].Count == 0)
        {
            return default;
        }

        var items = Arrays.Items(arguments[0], run);
        if (arguments[1].IsUndefined)
        {
            return new JsonataValue(new ItemArray([new JsonataValue(new ItemArray(items))]));
        }

        var size = Math.Truncate(arguments[1].Number);
        if (size < 0)
        {
            throw new JsonataException("D3137", "Second argument must be zero or greater");
        }

        if (size == 0)
        {
            return default;
        }

        var parts = items.Chunk((int)Math.Min(size, int.MaxValue)).Select(part => new JsonataValue(new ItemArray(part)));
        return new JsonataValue(new ItemArray([.. parts]));
    }

    /// <summary>
    /// The integers from start to end, both included, with a step: undefined if there is none, and a single one as itself, as
    /// with JSONata's sequences.
    /// </summary>
    private static JsonataValue Range(JsonataValue[] arguments, Run run)
    {
        if (Array.Exists(arguments, argument => argument.IsUndefined))
        {
            return default;
        }

        var (start, end, step) = (Integer(arguments[0]), Integer(arguments[1]), Integer(arguments[2]));
        if (step == 0 || (step > 0 ? start > end : start < end))
        {
            return default;
        }

        var count = (((Int128)end - start) / step) + 1;
        if (count > MaxRange)
        {
            throw LimitErrors.TooMuchMemory();
        }

        if (count == 1)
        {
            return JsonataValue.From(start);
        }

        var numbers = new JsonataValue[(int)count];
        for (var index = 0; index < numbers.Length; index++)
        {
            run.Tick();
            numbers[index] = JsonataValue.From((double)(start + ((Int128)index * step)));
        }

        return new JsonataValue(new ItemArray(numbers));
    }

    /// <summary>As Java converts a double to a long: towards zero, and to the nearest long if it is too large.</summary>
    private static long Integer(in JsonataValue number) => (long)Math.Clamp(number.Number, long.MinValue, long.MaxValue);

    /// <summary>
    /// The digest in lower-case hexadecimal. AWS offers MD5 and SHA-1: they identify data and do not protect it.
    /// </summary>
    private static JsonataValue Hash(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined || arguments[1].IsUndefined)
        {
            return default;
        }

        var bytes = System.Text.Encoding.UTF8.GetBytes(arguments[0].AsString());
        var algorithm = arguments[1].TryGetString(out var name) ? name : "";
        var hashName = algorithm switch
        {
            "MD5" => HashAlgorithmName.MD5,
            "SHA-1" => HashAlgorithmName.SHA1,
            "SHA-256" => HashAlgorithmName.SHA256,
            "SHA-384" => HashAlgorithmName.SHA384,
            "SHA-512" => HashAlgorithmName.SHA512,
            _ => throw new JsonataException(
                "D3137",
                $"Unknown hash algorithm: {algorithm}. Use MD5, SHA-1, SHA-256, SHA-384 or SHA-512"
            ),
        };
        return JsonataValue.From(Convert.ToHexStringLower(CryptographicOperations.HashData(hashName, bytes)));
    }

    private static JsonataValue Random(JsonataValue[] arguments, Run run) =>
        JsonataValue.From(arguments[0].IsNumber ? JavaRandom.FirstDouble(Integer(arguments[0])) : run.Random.NextDouble());

    /// <summary>A version 4 UUID from the evaluation's own random numbers, so that a seeded run repeats it.</summary>
    private static JsonataValue Uuid(JsonataValue[] arguments, Run run)
    {
        Span<byte> bytes = stackalloc byte[16];
        run.Random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return JsonataValue.From(new Guid(bytes, bigEndian: true).ToString());
    }

    private static JsonataValue Parse(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var text = arguments[0].AsString();
        run.CheckStringLength(text.Length);
        try
        {
            return JsonataValue.From(ParsedJson.Parse(text));
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new JsonataException("D3137", "Invalid JSON");
        }
    }
}

/// <summary>The generator of <c>java.util.Random</c>, which AWS uses.</summary>
internal static class JavaRandom
{
    private const long Multiplier = 0x5DEECE66DL;
    private const long Increment = 0xB;
    private const long Mask = (1L << 48) - 1;

    /// <summary>The first <c>nextDouble()</c> after a seed.</summary>
    public static double FirstDouble(long seed)
    {
        var state = Next((seed ^ Multiplier) & Mask);
        var high = state >> (48 - 26);
        var low = Next(state) >> (48 - 27);
        return ((high << 27) + low) * (1.0 / (1L << 53));
    }

    private static long Next(long state) => ((state * Multiplier) + Increment) & Mask;
}

/// <summary>JSON as AWS reads it: no name twice in an object, and no number beyond the doubles.</summary>
internal static class ParsedJson
{
    private const int MaxDepth = 1_000;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <exception cref="JsonException">The text is not such JSON.</exception>
    public static JsonElement Parse(string text)
    {
        var element = JsonElement.Parse(text, Options);
        CheckNumbers(element);
        return element;
    }

    private static void CheckNumbers(JsonElement element)
    {
        StackGuard.Check();
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    CheckNumbers(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    CheckNumbers(property.Value);
                }

                break;
            case JsonValueKind.Number when !double.IsFinite(element.GetDouble()):
                throw new JsonException();
            default:
                break;
        }
    }
}
