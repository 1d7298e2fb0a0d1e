namespace Cxf.Jsonata.Functions;

/// <summary>Base64 of one byte for each UTF-16 unit, its lower half, as in the reference.</summary>
internal static class Base64Text
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public static string Encode(string text)
    {
        var bytes = new byte[text.Length];
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] = (byte)text[index];
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Decodes leniently: ignores other characters, accepts the URL alphabet, and does not require padding.</summary>
    public static string Decode(string text)
    {
        var decoded = new System.Text.StringBuilder(text.Length);
        var bits = 0;
        var count = 0;
        foreach (var character in text)
        {
            if (character == '=')
            {
                break;
            }

            var digit = Digits.IndexOf(
                character switch
                {
                    '-' => '+',
                    '_' => '/',
                    _ => character,
                },
                StringComparison.Ordinal
            );
            if (digit < 0)
            {
                continue;
            }

            bits = (bits << 6) | digit;
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                decoded.Append((char)((bits >> count) & 0xFF));
            }
        }

        return decoded.ToString();
    }
}
