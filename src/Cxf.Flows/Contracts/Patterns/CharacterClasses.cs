using System.Globalization;

namespace Cxf.Flows.Contracts.Patterns;

/// <summary>The named sets of characters of ECMA-262 patterns (sections 22.2.1 and 22.2.2.9).</summary>
internal static class CharacterClasses
{
    public static CodePointSet Digits { get; } = CodePointSet.Of(('0', '9'));

    public static CodePointSet WordCharacters { get; } = CodePointSet.Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    /// <summary>White space and line ends.</summary>
    public static CodePointSet WhiteSpace { get; } =
        CodePointSet.Of(
            ('\t', '\r'),
            (' ', ' '),
            (0xA0, 0xA0),
            (0x1680, 0x1680),
            (0x2000, 0x200A),
            (0x2028, 0x2029),
            (0x202F, 0x202F),
            (0x205F, 0x205F),
            (0x3000, 0x3000),
            (0xFEFF, 0xFEFF)
        );

    /// <summary>What the dot matches: everything but line ends.</summary>
    public static CodePointSet AnyButLineEnd { get; } =
        CodePointSet.Of(('\n', '\n'), ('\r', '\r'), (0x2028, 0x2029)).Complement();

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
    public static CodePointSet? Property(string text) =>
        text switch
        {
            "Any" => CodePointSet.All,
            "ASCII" => CodePointSet.Of((0, 0x7F)),
            "ASCII_Hex_Digit" or "AHex" => CodePointSet.Of(('0', '9'), ('A', 'F'), ('a', 'f')),
            "Assigned" => OfCategories([UnicodeCategory.OtherNotAssigned]).Complement(),
            "White_Space" or "space" => CodePointSet.Of(
                WhiteSpace.Ranges.Where(range => range.First != 0xFEFF).Append((0x85, 0x85))
            ),
            _ => ByName.TryGetValue(CategoryName(text), out var categories) ? OfCategories(categories) : null,
        };

    private static string CategoryName(string text)
    {
        var equals = text.IndexOf('=');
        return equals < 0 ? text
            : text[..equals] is "General_Category" or "gc" ? text[(equals + 1)..]
            : "";
    }

    private static CodePointSet OfCategories(UnicodeCategory[] categories) =>
        CodePointSet.Of(categories.SelectMany(category => RangesByCategory.Value[category]));

    private static ILookup<UnicodeCategory, (int First, int Last)> ReadRanges()
    {
        var ranges = new List<(UnicodeCategory Category, int First, int Last)>();
        var first = 0;
        for (var codePoint = 1; codePoint <= CodePointSet.Max + 1; codePoint++)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(first);
            if (codePoint > CodePointSet.Max || CharUnicodeInfo.GetUnicodeCategory(codePoint) != category)
            {
                ranges.Add((category, first, codePoint - 1));
                first = codePoint;
            }
        }

        return ranges.ToLookup(range => range.Category, range => (range.First, range.Last));
    }
}
