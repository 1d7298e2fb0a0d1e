using System.IO.Compression;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>A description as it is stored in DynamoDB, whose items hold 400 KB: packed with Brotli.</summary>
public static class PackedDescription
{
    /// <summary>The largest packed description, in bytes; the item has keys and other attributes, too.</summary>
    public const int MaxBytes = 380 * 1024;

    /// <summary>Packs a description.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> description)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, new BrotliCompressionOptions { Quality = 8 }, leaveOpen: true))
        {
            brotli.Write(description);
        }

        return packed.ToArray();
    }

    /// <summary>Unpacks a description; null if it is not one, or larger than it may be.</summary>
    public static byte[]? Unpack(byte[] packed)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
            var unpacked = new byte[ApiDescription.MaxBytes + 1];
            var length = brotli.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false);
            return length <= ApiDescription.MaxBytes ? unpacked[..length] : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }
}
