using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Cxf.ApiCalls.Answers;

/// <summary>The charsets of bodies. All of them refuse what does not fit: a caller must not hear mojibake.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The encoding of a charset's name; UTF-8 when none is named.</summary>
    public static bool TryGet(string? name, [NotNullWhen(true)] out Encoding? encoding)
    {
        var plain = name?.Trim('"', '\'', ' ');
        if (string.IsNullOrEmpty(plain) || plain.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || plain.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            encoding = StrictUtf8;
            return true;
        }

        encoding = Find(plain);
        return encoding is not null;
    }

    private static Encoding? Find(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
            name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        if (encoding is not null)
        {
            return encoding;
        }

        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
