using System.Security.Cryptography;
using System.Text.Json;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>The functions that AWS Step Functions adds (Developer Guide, "Transforming data with JSONata").</summary>
internal static class StepFunctionsExtensions
{
    public static IEnumerable<BuiltInFunction> All =>
        [
            new("partition", "<an:a<a>>", 2, Partition),
            new("range", "<nnn:a<n>>", 3, Range),
            new("hash", "<s-s:s>", 2, Hash),
            new("random", "<n?:n>", 1, Random),
            new("uuid", "<:s>", 0, Uuid),
            new("parse", "<s-:x>", 1, Parse),
        ];

    private static JsonataValue Partition(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined || arguments[1].IsUndefined)
        {
            return default;
        }

        var size = arguments[1].Number;
        if (!double.IsInteger(size) || size <= 0)
        {
            throw Errors.Evaluation("D3502", arguments[1]);
        }

        var items = Arrays.Items(arguments[0], run);
        var parts = items.Chunk((int)Math.Min(size, int.MaxValue)).Select(part => new JsonataValue(new ItemArray(part)));
        return new JsonataValue(new ItemArray([.. parts]));
    }

    /// <summary>The numbers from start to end, both included, with a step.</summary>
    private static JsonataValue Range(JsonataValue[] arguments, Run run)
    {
        if (Array.Exists(arguments, argument => argument.IsUndefined))
        {
            return default;
        }

        var (start, end, step) = (arguments[0].Number, arguments[1].Number, arguments[2].Number);
        if (step == 0)
        {
            throw Errors.Evaluation("D3503");
        }

        var numbers = run.Rent();
        for (var number = start; step > 0 ? number <= end : number >= end; number = start + (numbers.Count * step))
        {
            run.Tick();
            numbers.Add(JsonataValue.From(number));
        }

        // AWS returns a range of one number as the number itself, as JSONata does with sequences (recorded in 2025).
        var result = numbers.Count == 1 ? numbers[0] : new JsonataValue(numbers.ToArray(ArrayTraits.None));
        run.Return(numbers);
        return result;
    }

    /// <summary>
    /// The digest in lower-case hexadecimal. AWS offers MD5 and SHA-1: they identify data and do not protect it.
    /// </summary>
    private static JsonataValue Hash(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
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
            _ => throw Errors.Evaluation("D3501", arguments[1]),
        };
        return JsonataValue.From(Convert.ToHexStringLower(CryptographicOperations.HashData(hashName, bytes)));
    }

    private static JsonataValue Random(JsonataValue[] arguments, Run run) =>
        JsonataValue.From(
            arguments[0].IsNumber ? new Random(arguments[0].Number.GetHashCode()).NextDouble() : run.Random.NextDouble()
        );

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

        try
        {
            return JsonataValue.Parse(arguments[0].AsString());
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw Errors.Evaluation("D3500", arguments[0]);
        }
    }
}
