using System.Buffers.Text;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>Reads the head of an HTTP/1.1 answer (RFC 9112) without decoding it.</summary>
internal static class HttpHead
{
    /// <summary>The status of <c>HTTP/1.1 200 OK</c>.</summary>
    public static int Status(ReadOnlySpan<byte> head) =>
        head.StartsWith("HTTP/1."u8)
        && head.Length > 12
        && Utf8Parser.TryParse(head.Slice(9, 3), out int status, out var used)
        && used == 3
            ? status
            : throw new InvalidDataException("The Runtime API's answer is not HTTP/1.1.");

    /// <summary>Finds a header by its name in lower case; its value is without the blanks around it.</summary>
    public static bool TryFind(ReadOnlySpan<byte> head, ReadOnlySpan<byte> lowerName, out ReadOnlySpan<byte> value)
    {
        var rest = head[(head.IndexOf((byte)'\n') + 1)..];
        while (rest.Length > lowerName.Length)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            if (
                line.Length > lowerName.Length
                && line[lowerName.Length] == ':'
                && Ascii.EqualsIgnoreCase(line[..lowerName.Length], lowerName)
            )
            {
                value = line[(lowerName.Length + 1)..].Trim(" \t\r"u8);
                return true;
            }

            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        value = default;
        return false;
    }
}
