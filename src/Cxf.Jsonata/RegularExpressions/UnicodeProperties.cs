using System.Globalization;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>The properties of characters in <c>\p{…}</c> (ECMAScript, "Static Semantics: UnicodeMatchProperty").</summary>
internal static class UnicodeProperties
{
    private const int LastCodePoint = 0x10FFFF;

    // The long and short names of PropertyValueAliases.txt, which are the only ones that ECMA-262 takes.
    private static readonly Dictionary<string, UnicodeCategory[]> Categories = new(StringComparer.Ordinal)
    {
        ["Lu Uppercase_Letter"] = [UnicodeCategory.UppercaseLetter],
        ["Ll Lowercase_Letter"] = [UnicodeCategory.LowercaseLetter],
        ["Lt Titlecase_Letter"] = [UnicodeCategory.TitlecaseLetter],
        ["LC Cased_Letter"] = [UnicodeCategory.UppercaseLetter, UnicodeCategory.LowercaseLetter, UnicodeCategory.TitlecaseLetter],
        ["Lm Modifier_Letter"] = [UnicodeCategory.ModifierLetter],
        ["Lo Other_Letter"] = [UnicodeCategory.OtherLetter],
        ["L Letter"] =
        [
            UnicodeCategory.UppercaseLetter,
            UnicodeCategory.LowercaseLetter,
            UnicodeCategory.TitlecaseLetter,
            UnicodeCategory.ModifierLetter,
            UnicodeCategory.OtherLetter,
        ],
        ["Mn Nonspacing_Mark"] = [UnicodeCategory.NonSpacingMark],
        ["Mc Spacing_Mark"] = [UnicodeCategory.SpacingCombiningMark],
        ["Me Enclosing_Mark"] = [UnicodeCategory.EnclosingMark],
        ["M Mark Combining_Mark"] =
        [
            UnicodeCategory.NonSpacingMark,
            UnicodeCategory.SpacingCombiningMark,
            UnicodeCategory.EnclosingMark,
        ],
        ["Nd Decimal_Number digit"] = [UnicodeCategory.DecimalDigitNumber],
        ["Nl Letter_Number"] = [UnicodeCategory.LetterNumber],
        ["No Other_Number"] = [UnicodeCategory.OtherNumber],
        ["N Number"] = [UnicodeCategory.DecimalDigitNumber, UnicodeCategory.LetterNumber, UnicodeCategory.OtherNumber],
        ["Pc Connector_Punctuation"] = [UnicodeCategory.ConnectorPunctuation],
        ["Pd Dash_Punctuation"] = [UnicodeCategory.DashPunctuation],
        ["Ps Open_Punctuation"] = [UnicodeCategory.OpenPunctuation],
        ["Pe Close_Punctuation"] = [UnicodeCategory.ClosePunctuation],
        ["Pi Initial_Punctuation"] = [UnicodeCategory.InitialQuotePunctuation],
        ["Pf Final_Punctuation"] = [UnicodeCategory.FinalQuotePunctuation],
        ["Po Other_Punctuation"] = [UnicodeCategory.OtherPunctuation],
        ["P Punctuation punct"] =
        [
            UnicodeCategory.ConnectorPunctuation,
            UnicodeCategory.DashPunctuation,
            UnicodeCategory.OpenPunctuation,
            UnicodeCategory.ClosePunctuation,
            UnicodeCategory.InitialQuotePunctuation,
            UnicodeCategory.FinalQuotePunctuation,
            UnicodeCategory.OtherPunctuation,
        ],
        ["Sm Math_Symbol"] = [UnicodeCategory.MathSymbol],
        ["Sc Currency_Symbol"] = [UnicodeCategory.CurrencySymbol],
        ["Sk Modifier_Symbol"] = [UnicodeCategory.ModifierSymbol],
        ["So Other_Symbol"] = [UnicodeCategory.OtherSymbol],
        ["S Symbol"] =
        [
            UnicodeCategory.MathSymbol,
            UnicodeCategory.CurrencySymbol,
            UnicodeCategory.ModifierSymbol,
            UnicodeCategory.OtherSymbol,
        ],
        ["Zs Space_Separator"] = [UnicodeCategory.SpaceSeparator],
        ["Zl Line_Separator"] = [UnicodeCategory.LineSeparator],
        ["Zp Paragraph_Separator"] = [UnicodeCategory.ParagraphSeparator],
        ["Z Separator"] = [UnicodeCategory.SpaceSeparator, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator],
        ["Cc Control cntrl"] = [UnicodeCategory.Control],
        ["Cf Format"] = [UnicodeCategory.Format],
        ["Cs Surrogate"] = [UnicodeCategory.Surrogate],
        ["Co Private_Use"] = [UnicodeCategory.PrivateUse],
        ["Cn Unassigned"] = [UnicodeCategory.OtherNotAssigned],
        ["C Other"] =
        [
            UnicodeCategory.Control,
            UnicodeCategory.Format,
            UnicodeCategory.Surrogate,
            UnicodeCategory.PrivateUse,
            UnicodeCategory.OtherNotAssigned,
        ],
    };

    private static readonly Dictionary<string, UnicodeCategory[]> ByName = Categories
        .SelectMany(names => names.Key.Split(' '), (names, name) => (Name: name, names.Value))
        .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);

    // Reading all code points takes longer than anything else here; a deployment uses a handful of properties.
    private static readonly Lazy<ILookup<UnicodeCategory, (int First, int Last)>> RangesByCategory = new(ReadRanges);

    /// <summary>The set of a property between <c>\p{</c> and <c>}</c>; null if it is unknown or not supported.</summary>
    public static CharacterSet? Find(string property) =>
        property switch
        {
            "Any" => CharacterSet.All,
            "ASCII" => CharacterSet.Of(0, 0x7F),
            "ASCII_Hex_Digit" or "AHex" => CharacterSet.OfRanges(('0', '9'), ('A', 'F'), ('a', 'f')),
            "Assigned" => OfCategories([UnicodeCategory.OtherNotAssigned]).Inverted(),
            "White_Space" or "space" => CharacterSet.OfRanges(
                CharacterSet
                    .Spaces.Ranges.Where(range => range.First != 0xFEFF)
                    .Select(range => (range.First, range.Last))
                    .Append((0x85, 0x85))
            ),
            _ => ByName.TryGetValue(CategoryName(property), out var categories) ? OfCategories(categories) : null,
        };

    private static string CategoryName(string text)
    {
        var equals = text.IndexOf('=');
        return equals < 0 ? text
            : text[..equals] is "General_Category" or "gc" ? text[(equals + 1)..]
            : "";
    }

    private static CharacterSet OfCategories(UnicodeCategory[] categories) =>
        CharacterSet.OfRanges(categories.SelectMany(category => RangesByCategory.Value[category]));

    private static ILookup<UnicodeCategory, (int First, int Last)> ReadRanges()
    {
        var ranges = new List<(UnicodeCategory Category, int First, int Last)>();
        var first = 0;
        for (var codePoint = 1; codePoint <= LastCodePoint + 1; codePoint++)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(first);
            if (codePoint > LastCodePoint || CharUnicodeInfo.GetUnicodeCategory(codePoint) != category)
            {
                ranges.Add((category, first, codePoint - 1));
                first = codePoint;
            }
        }

        return ranges.ToLookup(range => range.Category, range => (range.First, range.Last));
    }
}
