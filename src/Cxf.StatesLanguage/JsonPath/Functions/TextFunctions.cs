using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.JsonPath.Functions;

internal static class TextFunctions
{
    // States Language specification, appendix B.
    private const int MaxBase64Characters = 10_000;

    public static JsonElement Base64Encode(JsonElement[] arguments) =>
        Arguments.Text(Convert.ToBase64String(Encoding.UTF8.GetBytes(Limited(arguments.TextAt(0)))));

    public static JsonElement Base64Decode(JsonElement[] arguments)
    {
        try
        {
            return Arguments.Text(Encoding.UTF8.GetString(Convert.FromBase64String(Limited(arguments.TextAt(0)))));
        }
        catch (FormatException)
        {
            throw new IntrinsicFailureException("argument 1 is not Base64");
        }
    }

    /// <summary>
    /// Replaces each <c>{}</c> with an argument; strings as they are, objects and arrays as Java prints maps and lists
    /// (recorded).
    /// </summary>
    public static JsonElement Format(JsonElement[] arguments)
    {
        var template = arguments.TextAt(0);
        var text = new StringBuilder();
        var next = 1;
        for (var index = 0; index < template.Length; index++)
        {
            if (template[index] == '\\' && index + 1 < template.Length && template[index + 1] is '{' or '}' or '\\' or '\'')
            {
                text.Append(template[++index]);
            }
            else if (template[index] == '{' && index + 1 < template.Length && template[index + 1] == '}')
            {
                index++;
                text.Append(
                    JavaText.Print(
                        next < arguments.Length
                            ? arguments[next++]
                            : throw new IntrinsicFailureException("there are more {} than arguments")
                    )
                );
            }
            else if (template[index] is '{' or '}')
            {
                throw new IntrinsicFailureException($"the brace at position {index} of the template has no partner");
            }
            else
            {
                text.Append(template[index]);
            }
        }

        return next == arguments.Length
            ? Arguments.Text(text.ToString())
            : throw new IntrinsicFailureException("there are more arguments than {}");
    }

    public static JsonElement Hash(JsonElement[] arguments)
    {
        var data = Encoding.UTF8.GetBytes(Limited(JavaText.Print(arguments[0])));
        return Arguments.Text(
            Convert.ToHexStringLower(
                arguments.TextAt(1) switch
                {
                    "MD5" => Md5(data),
                    "SHA-1" => Sha1(data),
                    "SHA-256" => SHA256.HashData(data),
                    "SHA-384" => SHA384.HashData(data),
                    "SHA-512" => SHA512.HashData(data),
                    var other => throw new IntrinsicFailureException(
                        $"the algorithm '{other}' is not one of MD5, SHA-1, SHA-256, SHA-384, SHA-512"
                    ),
                }
            )
        );
    }

    /// <summary>Splits at every character of the second argument and omits empty parts (recorded).</summary>
    public static JsonElement Split(JsonElement[] arguments)
    {
        var separators = arguments.TextAt(1);
        var parts =
            separators.Length == 0
                ? [arguments.TextAt(0)]
                : arguments.TextAt(0).Split(separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        return Payload.ArrayOf(parts.Select(Arguments.Text)).Tree;
    }

    private static string Limited(string text) =>
        text.Length <= MaxBase64Characters
            ? text
            : throw new IntrinsicFailureException($"argument 1 is longer than {MaxBase64Characters} characters");

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security",
        "CA5351",
        Justification = "The function's name asks for MD5; nothing is secured by it."
    )]
    private static byte[] Md5(byte[] data) => MD5.HashData(data);

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security",
        "CA5350",
        Justification = "The function's name asks for SHA-1; nothing is secured by it."
    )]
    private static byte[] Sha1(byte[] data) => SHA1.HashData(data);
}

/// <summary>Values as Java's toString prints them: States.Format prints all values but strings this way.</summary>
internal static class JavaText
{
    public static string Print(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(PrintMember))}}}",
            JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Print))}]",
            _ => value.GetRawText(),
        };

    private static string PrintMember(JsonProperty member) => $"{member.Name}={Print(member.Value)}";
}
