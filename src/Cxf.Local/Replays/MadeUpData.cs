using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.Contracts;
using Cxf.Local.Output;
using Cxf.Local.Stores;

namespace Cxf.Local.Replays;

/// <summary>
/// Replaces personal and secret data of a run by made-up data, for a test that is kept. One value becomes the same made-up value
/// wherever it is, also inside of texts, so that the flow decides as before. First all data is shown to it, then it replaces.
/// </summary>
/// <param name="names">The members whose data is replaced, whatever it is.</param>
/// <param name="document">The flow's document: names of members that it contains are the flow's own words.</param>
internal sealed partial class MadeUpData(PersonalNames names, string document)
{
    /// <summary>Shorter values are words like "yes" or a pressed key, which other texts contain by chance.</summary>
    private const int MinCharactersInTexts = 4;

    private const int MostWords = 4;
    private const int Attempts = 20;

    private readonly Dictionary<string, (ContractSchema? Schema, bool IsNumber)> _originals = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly SortedSet<string> _places = new(StringComparer.Ordinal);
    private Dictionary<string, string>? _made;
    private Regex? _inTexts;

    /// <summary>Where something was replaced: <c>payload.phone</c>.</summary>
    public IReadOnlyCollection<string> Places => _places;

    /// <summary>Looks at data that will be replaced.</summary>
    /// <param name="value">The data.</param>
    /// <param name="schema">The part of a contract that describes it; null for data without a contract.</param>
    public void Look(JsonElement value, ContractSchema? schema = null) => Look(value, schema, isHidden: false);

    /// <summary>The data with made-up values.</summary>
    /// <param name="value">The data.</param>
    /// <param name="place">What the places in it begin with.</param>
    public JsonNode? Replace(JsonElement value, string place) => Replace(value, place, isHidden: false);

    /// <summary>A text with made-up values.</summary>
    public string Replace(string text, string place) => Noted(text, InText(text), place);

    private void Look(JsonElement value, ContractSchema? schema, bool isHidden)
    {
        isHidden |= schema is { Sensitive: true };
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject().Where(member => !names.Keeps(member.Name)))
                {
                    Look(member.Value, schema?.Properties.GetValueOrDefault(member.Name), isHidden || names.Hides(member.Name));
                    AddPatterns(member.Name);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Look(item, schema?.Items, isHidden);
                }

                break;
            case JsonValueKind.String when Inner(value.GetString()!) is { } inner:
                Look(inner, null, isHidden);
                break;
            case JsonValueKind.String:
                LookAtText(value.GetString()!, schema, isHidden);
                break;
            case JsonValueKind.Number when isHidden || IsPhoneNumber(value.GetRawText()):
                _originals.TryAdd(value.GetRawText(), (schema, true));
                break;
        }
    }

    private void LookAtText(string text, ContractSchema? schema, bool isHidden)
    {
        AddPatterns(text);
        if (!isHidden || string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        _originals.TryAdd(text, (schema, false));
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Length is > 1 and <= MostWords ? words : [])
        {
            // A first name alone is the person's, too.
            if (word.Length >= MinCharactersInTexts)
            {
                _originals.TryAdd(word, (null, false));
            }
        }
    }

    private void AddPatterns(string text)
    {
        foreach (
            var found in PersonalData
                .EmailAddressesIn(text)
                .Concat(PersonalData.PhoneNumbersIn(text).Where(IsPhoneNumber))
                .Concat(Secret().Matches(text).Select(match => match.Value).Where(IsSecret))
        )
        {
            _originals.TryAdd(found, (null, false));
        }
    }

    private JsonNode? Replace(JsonElement value, string place, bool isHidden)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var made = new JsonObject();
                foreach (var member in value.EnumerateObject())
                {
                    made[Name(member.Name, place)] = names.Keeps(member.Name)
                        ? JsonNode.Parse(member.Value.GetRawText())
                        : Replace(member.Value, $"{place}.{member.Name}", isHidden || names.Hides(member.Name));
                }

                return made;
            case JsonValueKind.Array:
                return new JsonArray([
                    .. value.EnumerateArray().Select((item, index) => Replace(item, $"{place}[{index}]", isHidden)),
                ]);
            case JsonValueKind.String when Inner(value.GetString()!) is { } inner:
                var before = _places.Count;
                var replaced = Replace(inner, place, isHidden)!.ToJsonString(JsonFiles.Compact);
                return JsonValue.Create(_places.Count == before ? value.GetString()! : replaced);
            case JsonValueKind.String:
                return JsonValue.Create(Text(value.GetString()!, place, isHidden));
            case JsonValueKind.Number:
                return Number(value, place, isHidden);
            default:
                return JsonNode.Parse(value.GetRawText());
        }
    }

    private string Text(string text, string place, bool isHidden) =>
        Noted(
            text,
            (isHidden || text.Length > 1) && Made.TryGetValue(text, out var whole)
                ? MadeUpText.WithCaseOf(whole, text)
                : InText(text),
            place
        );

    private JsonNode? Number(JsonElement value, string place, bool isHidden)
    {
        var raw = value.GetRawText();
        var isKnown = (isHidden || raw.Length >= MinCharactersInTexts) && Made.ContainsKey(raw);
        return JsonNode.Parse(isKnown ? Noted(raw, Made[raw], place) : raw);
    }

    // Names can be a person's, too; those of the flow's own document are not.
    private string Name(string name, string place) =>
        document.Contains(name, StringComparison.Ordinal) ? name : Noted(name, InText(name), place);

    private string InText(string text)
    {
        var made = Made;
        return _inTexts is null ? text : _inTexts.Replace(text, match => MadeUpText.WithCaseOf(made[match.Value], match.Value));
    }

    private string Noted(string original, string made, string place)
    {
        if (made != original)
        {
            _places.Add(place);
        }

        return made;
    }

    private Dictionary<string, string> Made => _made ??= MakeUp();

    private Dictionary<string, string> MakeUp()
    {
        var made = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<string>(_originals.Keys, StringComparer.OrdinalIgnoreCase);
        var lines = new ExampleLines(_originals.Keys.Where(IsPhoneNumber));
        foreach (var (original, (schema, isNumber)) in _originals)
        {
            made[original] = MakeUp(original, schema, isNumber, made.Count, taken, lines);
            taken.Add(made[original]);
        }

        var patterns = _originals
            .Keys.Where(original => original.Length >= MinCharactersInTexts)
            .OrderByDescending(original => original.Length)
            .Select(Pattern)
            .ToList();
        _inTexts =
            patterns.Count == 0
                ? null
                : new Regex(
                    string.Join('|', patterns),
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                    TimeSpan.FromSeconds(10)
                );
        return made;
    }

    // A number is one only between other characters.
    private static string Pattern(string original) =>
        original.All(char.IsAsciiDigit) ? $@"(?<!\d){original}(?!\d)" : Regex.Escape(original);

    private static string MakeUp(
        string original,
        ContractSchema? schema,
        bool isNumber,
        int number,
        HashSet<string> taken,
        ExampleLines lines
    )
    {
        if (schema?.Allowed is { } allowed)
        {
            var other = allowed.FirstOrDefault(one => one.ToString() != original);
            return other.ValueKind == JsonValueKind.Undefined ? original : other.ToString();
        }

        var candidates = Enumerable
            .Range(number, Attempts)
            .SelectMany(one => Candidates(original, isNumber, one, lines))
            .Concat(FromContract(schema));
        return candidates.FirstOrDefault(one => !taken.Contains(one) && Fits(one, schema, isNumber))
            ?? MadeUpText.OfShape(original, number + 1);
    }

    private static IEnumerable<string> Candidates(string original, bool isNumber, int number, ExampleLines lines)
    {
        if (!isNumber && PersonalData.EmailAddressesIn(original).Contains(original))
        {
            yield return MadeUpText.EmailAddress(number);
        }

        if (IsPhoneNumber(original))
        {
            yield return lines.For(original);
        }

        // An exponent stays as it is.
        var end = isNumber && original.IndexOfAny(['e', 'E']) is var exponent and > 0 ? exponent : original.Length;
        yield return MadeUpText.OfShape(original[..end], number) + original[end..];
    }

    private static IEnumerable<string> FromContract(ContractSchema? schema) =>
        schema is not null && PayloadExample.FromContract(new InputContract(schema, default)) is { } example
            ? [example.Json.ToString()]
            : [];

    private static bool Fits(string text, ContractSchema? schema, bool isNumber)
    {
        if (schema is null)
        {
            return true;
        }

        var value = isNumber
            ? JsonElement.Parse(text)
            : JsonOutput.Element(writer => writer.WriteStringValue(text), JsonOutput.Relaxed);
        return new InputContract(schema, default).Check(value).Problems.Count == 0;
    }

    private static JsonElement? Inner(string text) =>
        text.StartsWith('{') || text.StartsWith('[') ? EngineHistory.Json(text) : null;

    // A point in time, in seconds or milliseconds since 1970, has as many digits. No phone number with a country begins like it.
    private static bool IsPhoneNumber(string text) =>
        PersonalData.PhoneNumbersIn(text).Contains(text)
        && !(text.Length is 10 or 13 && text[0] == '1' && text[1] >= '5' && text.All(char.IsAsciiDigit))
        && text.Count(char.IsAsciiDigit) is >= 8 and <= 15;

    private static bool IsSecret(string text) =>
        text.Count(char.IsAsciiDigit) >= 3 && text.Any(char.IsAsciiLetter) && !Guid.TryParse(text, out _);

    // A long word of letters and digits, as keys and tokens are.
    [GeneratedRegex(@"(?<![\w])[\w+/=.~-]{20,}(?![\w])", RegexOptions.None, 1000)]
    private static partial Regex Secret();
}
