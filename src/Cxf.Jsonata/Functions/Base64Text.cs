namespace Cxf.Jsonata.Functions;

/// <summary>Base64 of one byte for each UTF-16 unit, the lower half of it, as the reference has it.</summary>
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

    /// <summary>Decodes leniently: other characters are passed over, the alphabet for URLs is understood, padding may lack.</summary>
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

            var digit = Digits.IndexOf(character switch
            {
                '-' => '+',
                '_' => '/',
                _ => character,
            }, StringComparison.Ordinal);
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
