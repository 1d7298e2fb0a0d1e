using System.Globalization;
using System.Text;

namespace Cxf.Documents.Syntax;

/// <summary>Finds out why bytes are not text in UTF-8.</summary>
internal static class JsonEncodingCheck
{
    private const string Fix = "Save the file with the encoding UTF-8.";

    /// <summary>The first problem, or null for UTF-8.</summary>
    public static JsonSyntaxProblem? Find(ReadOnlySpan<byte> bytes)
    {
        if (IsUtf16(bytes))
        {
            return new JsonSyntaxProblem("The file is encoded in UTF-16; JSON needs UTF-8.", Fix, new JsonPosition(1, 1));
        }

        for (var at = 0; at < bytes.Length; )
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return new JsonSyntaxProblem(
                    $"The file is not encoded in UTF-8: {Byte(bytes[at])} is not part of any character.",
                    Fix,
                    JsonPosition.At(at, bytes)
                );
            }

            at += length;
        }

        return null;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
        || (bytes.Length >= 2 && (bytes[0] == 0 ^ bytes[1] == 0) && (bytes[0] | bytes[1]) < 0x80);

    // In Latin-1 and Windows-1252, the usual other encodings, the letters of Western Europe have these bytes.
    private static string Byte(byte value) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"the byte 0x{value:X2} here{(value >= 0xC0 ? $" (\"{(char)value}\" in Windows-1252)" : "")}"
        );
}
