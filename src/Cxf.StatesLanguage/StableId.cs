using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cxf.StatesLanguage;

/// <summary>Ids derived from what they identify, so that equal runs have equal ids.</summary>
internal static class StableId
{
    private const ulong FnvPrime = 0x100000001B3;

    /// <summary>A UUID (version 4 in form) of a name within a context.</summary>
    public static string Uuid(string context, string name, long number)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(context, name, number, hash);
        return Formatted(hash[..16]);
    }

    /// <summary>
    /// A UUID (version 4 in form) that no other number of the same seed gives. Starts without a name take one, so it is mixed
    /// and not hashed.
    /// </summary>
    public static string Next(int seed, string context, long number)
    {
        var high = Mix((ulong)number ^ ((ulong)(uint)seed << 32));
        var low = high;
        foreach (var character in context)
        {
            low = (low ^ character) * FnvPrime;
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Mix(low));
        return Formatted(bytes);
    }

    /// <summary>A seed for random numbers that belong to a context.</summary>
    public static int Seed(string context, int seed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(context, "seed", seed, hash);
        return BitConverter.ToInt32(hash);
    }

    private static string Formatted(Span<byte> bytes)
    {
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    /// <summary>SplitMix64: another number for every number, with all bits mixed.</summary>
    private static ulong Mix(ulong number)
    {
        number += 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    private static void Hash(string context, string name, long number, Span<byte> hash) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{context}\n{name}\n{number}"), hash);
}
