using System.Text;
using Cxf.Jsonata.RegularExpressions;
using Cxf.Testing;

namespace Cxf.Jsonata.Tests.RegularExpressions;

/// <summary>Patterns mean what <c>new RegExp(pattern, "u")</c> means in Node.</summary>
public sealed class UnicodePatternTests
{
    private const int Generated = 4_000;

    private const string Refused = "refused";

    private static readonly string[] Written =
    [
        "^[😀😁]$",
        "^.$",
        "^..$",
        "^[a-z-[aeiou]]$",
        @"^\u{1F600}$",
        @"^\uD83D\uDE00$",
        @"^\uD83D$",
        @"^\uD83D",
        @"\bé\b",
        @"a\b",
        @"\Bb",
        @"^\s$",
        @"^\S+$",
        @"^\w+$",
        @"^\W$",
        @"^\d$",
        @"^\D$",
        @"^\p{Letter}+$",
        @"^\p{L}$",
        @"^\P{L}$",
        @"^[\p{Lu}\d]+$",
        @"^\p{gc=Decimal_Number}$",
        @"^\p{General_Category=Nd}$",
        @"^\p{ASCII}+$",
        @"^\p{Any}$",
        @"^\p{White_Space}$",
        @"\p{letter}",
        @"\p{IsGreek}",
        @"\pL",
        "[^]",
        "[]",
        "^[^a]$",
        @"\c",
        @"^\cJ$",
        @"\-",
        @"[\-]",
        @"\_",
        @"\/",
        "/",
        @"\0",
        @"\01",
        @"\x4",
        @"\x41",
        @"\u{110000}",
        "a{2,1}",
        "a{,2}",
        "a{2",
        "a{2}",
        "a{1,2}?",
        "^a*?$",
        "^(?:a|b)+$",
        "^(?<x>a)(?<y>b)$",
        "(?<x>a)(?<x>b)",
        "(?<1>a)",
        "(?=a)*",
        "(?=a)b",
        "a(?=b)",
        "a(?!b)",
        "(?<=a)b",
        "(?<!a)b",
        "^(?=.*[a-z])(?=.*[0-9]).{3,}$",
        "(?<=(?<!b)a)b",
        "(?=a(?=b))",
        "(a",
        "a)",
        "[a",
        "[b-a]",
        @"[\d-z]",
        @"[a-\w]",
        "[a-]",
        "[-a]",
        "^[a-b-c]$",
        "]",
        "}",
        "*",
        "+a",
        "?",
        "^*",
        "a**",
        "(?i:a)",
        @"\",
        @"^\t\n\v\f\r$",
        @"[\b]",
        @"\z",
        @"\A",
        "(?#comment)",
        "(?>a)",
        "a++",
        "^(a|)*$",
        "(?:){99999999}",
        "",
        "|",
        "a||b",
    ];

    private static readonly string[] Texts =
    [
        "",
        "a",
        "b",
        "ab",
        "ba",
        "aab",
        "abc",
        "abc1",
        "é",
        "😀",
        "😁",
        "😀😁",
        "\uD83D",
        "\uDE00",
        "a😀",
        "aéa",
        "A1",
        "٣",
        "ß",
        "中",
        "𝒜",
        " ",
        "\u00A0",
        "\uFEFF",
        "\u0085",
        "\u180E",
        "\u200B",
        "\u2028",
        "\n",
        "a\n",
        "\r",
        "\t\n\v\f\r",
        "\b",
        "-",
        "_",
        "/",
        "e]",
        "-]",
        "\0",
        "A",
        "z",
        "bab",
        "ǅ",
    ];

    private static readonly string[] Pieces =
    [
        "a",
        "b",
        "é",
        "😀",
        ".",
        "^",
        "$",
        "|",
        "(",
        ")",
        "(?:",
        "(?=",
        "(?!",
        "(?<=",
        "(?<!",
        "[",
        "]",
        "[^",
        "-",
        "*",
        "+",
        "?",
        "{1,2}",
        "{2}",
        "{0}",
        @"\b",
        @"\B",
        @"\d",
        @"\w",
        @"\W",
        @"\s",
        @"\S",
        @"\p{L}",
        @"\P{Lu}",
        @"\u{1F600}",
        @"\uD83D",
        @"\uDE00",
        @"\n",
        @"\.",
        "a-b",
        "(?<n>",
        "(?<$é>",
        "{",
        "}",
        "{,2}",
        "{1,}?",
        @"\c",
        @"\cJ",
        @"\0",
        @"\x61",
        @"\x6",
        @"\u0061",
        @"\u{}",
        @"\u{000000000061}",
        @"\u{110000}",
        @"\-",
        @"\]",
        @"\p{",
        @"[\d-",
        "(?",
        ",",
        "1",
    ];

    [Fact]
    public async Task Written_patterns_are_refused_and_found_as_in_Node() => await CompareAsync(Written);

    [Fact]
    public async Task Generated_patterns_are_refused_and_found_as_in_Node()
    {
        var random = new Random(4);
        await CompareAsync([
            .. Enumerable
                .Range(0, Generated)
                .Select(_ =>
                    string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)]))
                ),
        ]);
    }

    [Fact]
    public async Task General_categories_hold_what_they_hold_in_Node()
    {
        string[] names =
        [
            "L",
            "Lu",
            "Ll",
            "Lt",
            "Lm",
            "Lo",
            "M",
            "Mn",
            "Nd",
            "N",
            "P",
            "Pd",
            "S",
            "Sc",
            "Z",
            "Zs",
            "Cc",
            "Cf",
            "Cs",
            "Co",
        ];
        var random = new Random(4);
        await CompareAsync(
            [.. names.Select(name => $@"^\p{{{name}}}$")],
            [
                .. Enumerable
                    .Range(0, 2_000)
                    .Select(_ =>
                        char.ConvertFromUtf32(random.Next(3) == 0 ? random.Next(0x10000, 0x20000) : random.Next(0xD800))
                    ),
            ],
            // The two may know different versions of Unicode.
            maxDifferent: 20
        );
    }

    [Theory]
    [InlineData(@"(a)\1")]
    [InlineData(@"(?<x>a)\k<x>")]
    [InlineData(@"\p{Script=Greek}")]
    [InlineData("a{6000}")]
    [InlineData("(?:(?:a{100}){100}){100}")]
    [InlineData("(?:(?=a{2000})){3}")]
    [InlineData("(?:(?=(?:(?=a{100})b){10})){10}")]
    public void What_cannot_be_matched_in_linear_time_or_is_too_large_is_refused(string pattern) =>
        Assert.False(UnicodePattern.TryParse(pattern, out _, out _));

    [Theory]
    [InlineData("(?:){2147483647}")]
    [InlineData("(?:){0,2147483647}")]
    [InlineData("(?:(?:(){99999}){99999}){99999}")]
    public void However_often_nothing_comes_it_is_nothing(string pattern) => Assert.True(Parse(pattern).IsFoundIn(""));

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|a)*$")]
    [InlineData("^(?=(a+)+$)a")]
    [InlineData("(?<=^(a*)*b)c")]
    public void Patterns_that_other_engines_need_exponential_time_for_end(string pattern) =>
        Assert.False(Parse(pattern).IsFoundIn(new string('a', 50_000) + "!"));

    private static UnicodePattern Parse(string pattern) =>
        UnicodePattern.TryParse(pattern, out var parsed, out var problem) ? parsed : throw new ArgumentException(problem);

    private static Task CompareAsync(string[] patterns) => CompareAsync(patterns, Texts, maxDifferent: 0);

    private static async Task CompareAsync(string[] patterns, string[] texts, int maxDifferent)
    {
        // A lone surrogate comes through JSON only as an escape.
        var question = new StringBuilder("[");
        foreach (var pattern in patterns)
        {
            question.Append(question.Length > 1 ? "," : "");
            question.Append($$"""{"pattern":{{Json(pattern)}},"texts":[{{string.Join(',', texts.Select(Json))}}]}""");
        }

        var answers = await NodeOracle.AskAsync("ajv", question.Append(']').ToString(), "patterns.js");

        Assert.Contains(answers, answer => answer.Count > 1);
        var different = patterns
            .Zip(answers)
            .SelectMany(pair =>
                Ours(pair.First, texts)
                    .Zip(pair.Second, (ours, theirs) => (ours, theirs))
                    .Index()
                    .Where(two => two.Item.ours != two.Item.theirs)
                    .Select(two => $"{pair.First} on {Json(texts[two.Index])}: {two.Item.ours}, Node: {two.Item.theirs}")
            )
            .ToList();
        Assert.True(different.Count <= maxDifferent, string.Join('\n', different.Take(40)));
    }

    private static IReadOnlyList<string> Ours(string pattern, string[] texts)
    {
        return UnicodePattern.TryParse(pattern, out var parsed, out _)
            ? [.. texts.Select(text => parsed.IsFoundIn(text) ? "true" : "false")]
            : [Refused];
    }

    private static string Json(string text) => "\"" + string.Concat(text.Select(character => $"\\u{(int)character:x4}")) + "\"";
}
