using System.Security.Cryptography;
using System.Text;

namespace Cxf.StatesLanguage;

/// <summary>Ids derived from what they identify, so that equal runs have equal ids.</summary>
internal static class StableId
{
    /// <summary>A UUID (version 4 in form) of a name within a context.</summary>
    public static string Uuid(string context, string name, long number)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(context, name, number, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }

    /// <summary>A seed for random numbers that belong to a context.</summary>
    public static int Seed(string context, int seed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(context, "seed", seed, hash);
        return BitConverter.ToInt32(hash);
    }

    private static void Hash(string context, string name, long number, Span<byte> hash) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{context}\n{name}\n{number}"), hash);
}
