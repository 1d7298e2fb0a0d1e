using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Flows.Runs;

namespace Cxf.Local.Output;

/// <summary>
/// Masks personal data in printed output: phone numbers and e-mail addresses everywhere, and the whole value of members that are
/// declared sensitive. Such a value also stays masked under another name or inside a sentence. Long values are shortened. Enough
/// is left to distinguish two values.
/// </summary>
/// <param name="sensitiveNames">
/// Names of members to mask completely, ignoring case, in addition to those that are always masked.
/// </param>
internal sealed partial class PersonalData(params IEnumerable<string> sensitiveNames)
{
    /// <summary>Characters of a value that are shown before it is cut.</summary>
    public const int ShownCharacters = 80;

    /// <summary>Characters of a JSON text that are shown before it is cut.</summary>
    public const int ShownJsonCharacters = 500;

    private const string Hidden = "***";
    private const int MinPhoneDigits = 8;

    /// <summary>Shorter values are words like "yes" or a pressed key: masking them everywhere would mask other text.</summary>
    private const int MinRememberedCharacters = 4;

    /// <summary>The maximum length that patterns search: printed text is far shorter, and the search stays quick.</summary>
    private const int SearchedCharacters = 2_000;

    // Contact data of people and every kind of secret; the author of a flow adds other fields. The hash of a short payload
    // reveals it to anyone who tries all values.
    private static readonly string[] AlwaysHidden =
    [
        "address",
        "apikey",
        "api_key",
        "authorization",
        "cookie",
        "customerendpoint",
        "email",
        "firstname",
        "first_name",
        "fullname",
        "lastname",
        "last_name",
        "mobile",
        "password",
        "phone",
        "phonenumber",
        "phone_number",
        ExecutionInput.ReceivedHash,
        "secret",
        "set-cookie",
        "systemendpoint",
        "token",
        "x-api-key",
    ];

    private readonly HashSet<string> _names = new([.. AlwaysHidden, .. sensitiveNames], StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _values = [];

    /// <summary>Whether long values are shown in full. Default: they are shortened.</summary>
    public bool ShowsAll { get; init; }

    /// <summary>A text without personal data, on one line, shortened.</summary>
    public static string Text(string text) => Shorten(Sentence(text), ShownCharacters);

    /// <summary>A text without personal data, on one line, in full.</summary>
    public static string Sentence(string text) =>
        MaskPatterns(OneLine(text.Length <= SearchedCharacters ? text : text[..SearchedCharacters] + "…"));

    /// <summary>A text without personal data and without the values hidden so far, on one line, shortened.</summary>
    public string Shown(string text) => ShowsAll ? ShownSentence(text) : Text(WithoutValues(text));

    /// <summary>The same in full.</summary>
    public string ShownSentence(string text) => Sentence(WithoutValues(text));

    /// <summary>Whether the whole value of a member of this name is masked.</summary>
    public bool Hides(string name) => _names.Contains(name);

    /// <summary>
    /// The value of a named member without personal data; one that is JSON, as contact flows send it, is masked as such.
    /// </summary>
    public string Member(string name, string value)
    {
        if (_names.Contains(name))
        {
            Remember(value);
            return Hidden;
        }

        return value.StartsWith('{') ? Json(value) : Shown(value);
    }

    /// <summary>
    /// A JSON text without personal data, compact, its strings shortened one by one. Other text is masked as text.
    /// </summary>
    public string Json(string json) => Json(json, ShownJsonCharacters);

    /// <summary>The same with another number of characters before the text is cut.</summary>
    public string Json(string json, int most)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var shown = new StringBuilder();
            Write(shown, document.RootElement);
            return ShowsAll ? shown.ToString() : Shorten(shown.ToString(), most);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Shown(json);
        }
    }

    /// <summary>
    /// Finds the values to mask in a history before its first line is printed: a step can send a value in its path that only a
    /// later line shows under its name.
    /// </summary>
    public void Learn(IEnumerable<HistoryRow> rows)
    {
        foreach (var json in rows.SelectMany(row => new[] { row.Input, row.Output, row.Sent?.Body }).OfType<string>())
        {
            Json(json);
        }
    }

    // Also as a path or a query contains it.
    private void Remember(string value)
    {
        if (value.Length >= MinRememberedCharacters)
        {
            _values.Add(value);
            _values.Add(Uri.EscapeDataString(value));
        }
    }

    private void Remember(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Remember(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Remember(item);
                }

                break;
            case JsonValueKind.String or JsonValueKind.Number:
                Remember(value.ToString());
                break;
        }
    }

    // Longest first: a value that is part of another must not leave the rest of the other visible.
    private string WithoutValues(string text) =>
        _values
            .OrderByDescending(value => value.Length)
            .Aggregate(text, (shown, value) => shown.Replace(value, HiddenAs(value), StringComparison.OrdinalIgnoreCase));

    // The last digits of a phone number may be shown, as everywhere.
    private static string HiddenAs(string value) =>
        PhoneNumber().Match(value).Length == value.Length && IsPhoneNumber(value) ? Hidden + value[^2..] : Hidden;

    // By hand and not by Utf8JsonWriter: a space after each comma and colon is where a table's cell can break.
    private void Write(StringBuilder shown, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteList(
                    shown,
                    '{',
                    '}',
                    value.EnumerateObject(),
                    member =>
                    {
                        shown.Append(Quoted(MaskPatterns(member.Name))).Append(": ");
                        if (_names.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null)
                        {
                            Remember(member.Value);
                            shown.Append(Quoted(Hidden));
                        }
                        else
                        {
                            Write(shown, member.Value);
                        }
                    }
                );
                break;
            case JsonValueKind.Array:
                WriteList(shown, '[', ']', value.EnumerateArray(), item => Write(shown, item));
                break;
            case JsonValueKind.String:
                shown.Append(Quoted(Shown(value.GetString()!)));
                break;
            default:
                // Quoted where it is masked, so that what is shown remains JSON.
                var raw = value.GetRawText();
                var masked = MaskPatterns(WithoutValues(raw));
                shown.Append(masked == raw ? raw : Quoted(masked));
                break;
        }
    }

    private static void WriteList<T>(StringBuilder shown, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        shown.Append(open);
        var separator = "";
        foreach (var item in items)
        {
            shown.Append(separator);
            write(item);
            separator = ", ";
        }

        shown.Append(close);
    }

    private static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shorten(string text, int most) => text.Length <= most ? text : $"{text[..(most - 1)]}…";

    private static string MaskPatterns(string text)
    {
        var masked = EmailAddress()
            .Replace(text, match => match.Value[..1] + Hidden + match.Value[match.Value.LastIndexOf('@')..]);
        return PhoneNumber().Replace(masked, match => IsPhoneNumber(match.Value) ? Hidden + match.Value[^2..] : match.Value);
    }

    /// <summary>The e-mail addresses in a text.</summary>
    public static IEnumerable<string> EmailAddressesIn(string text) => EmailAddress().Matches(text).Select(match => match.Value);

    /// <summary>The phone numbers in a text.</summary>
    public static IEnumerable<string> PhoneNumbersIn(string text) =>
        PhoneNumber().Matches(text).Select(match => match.Value).Where(IsPhoneNumber);

    private static bool IsPhoneNumber(string text) => text.Count(char.IsAsciiDigit) >= MinPhoneDigits && !Date().IsMatch(text);

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.None, 1000)]
    private static partial Regex EmailAddress();

    // Digits with the usual separators, not inside a longer word: the account in an ARN or the hash of a run is not a phone
    // number. A phone number has up to 15 digits (E.164), and without its plus nothing tells it from a bar code or a time in
    // milliseconds, so those are masked, too; a longer number can be that of a bank card.
    [GeneratedRegex(@"(?<![\w:/-])\+?\(?\d[\d ()./-]{6,18}\d(?![\w:/-])", RegexOptions.None, 1000)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.None, 1000)]
    private static partial Regex Date();
}
