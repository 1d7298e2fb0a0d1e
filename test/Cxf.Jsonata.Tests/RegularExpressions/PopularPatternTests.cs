using System.Text.Json.Nodes;
using Cxf.Jsonata.Tests.Reference;

namespace Cxf.Jsonata.Tests.RegularExpressions;

/// <summary>Patterns that people use, on texts that people have, through every function that takes a pattern.</summary>
public sealed class PopularPatternTests
{
    private static readonly string[] Patterns =
    [
        @"/^[\w-\.]+@([\w-]+\.)+[\w-]{2,4}$/", // e-mail
        @"/^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*$/",
        @"/([\w.-]+)@([\w.-]+)\.(\w+)/",
        @"/^https?:\/\/([\w-]+\.)+[\w-]+(\/[\w\-.\/?%&=]*)?$/i", // addresses
        @"/(https?|ftp):\/\/[^\s\/$.?#].[^\s]*/i",
        @"/[?&]([^=&#]+)=([^&#]*)/",
        @"/^(\d{1,3}\.){3}\d{1,3}$/",
        @"/^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/",
        @"/^([0-9A-F]{2}[:-]){5}[0-9A-F]{2}$/i",
        @"/^\+?[1-9]\d{1,14}$/", // telephone numbers
        @"/^\(?(\d{3})\)?[-.\s]?(\d{3})[-.\s]?(\d{4})$/",
        @"/(\+\d{1,3}\s?)?((\(\d{1,4}\))|\d{1,4})[\s-]?\d{3,4}/",
        @"/^\d{4}-\d{2}-\d{2}$/", // dates and times
        @"/(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?/",
        @"/^(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])\/\d{4}$/",
        @"/^([01]?\d|2[0-3]):[0-5]\d$/",
        @"/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i", // identifiers
        @"/^#?([a-f0-9]{6}|[a-f0-9]{3})$/i",
        @"/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,}$/", // passwords
        @"/^(?=.*\d)(?!.*\s).*$/",
        @"/(?<=\$)\d+(\.\d{2})?/", // money
        @"/\B(?=(\d{3})+(?!\d))/",
        @"/^-?\d*\.?\d+$/",
        @"/[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?/i",
        @"/^\s+|\s+$/", // white space
        @"/\s{2,}/",
        @"/\r?\n/",
        @"/^\s*$/m",
        @"/^(\w+): (.*)$/m",
        @"/^#+ (.+)$/m",
        @"/<([a-z]+)[^>]*>(.*?)<\/\1>/i", // markup
        @"/<[^>]+>/",
        @"/<!--[\s\S]*?-->/",
        @"/""([^""\\]|\\.)*""/",
        @"/('|"")(.*?)\1/",
        @"/\b(\w+)\s+\1\b/i",
        @"/\{\{\s*(\w+)\s*\}\}/",
        @"/\$\{([^}]+)\}/",
        @"/[^\w\s]/",
        @"/[\W_]+/",
        @"/[^\x00-\x7F]/",
        @"/[À-ÿ]/i",
        @"/[\u4e00-\u9fa5]/",
        @"/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i", // postcodes
        @"/^\d{5}(-\d{4})?$/",
        @"/^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14})$/",
        @"/([A-Z])/",
        @"/(?<year>\d{4})\/(?<month>\d\d?)/",
        @"/(a|ab)(c|bcd)(d*)/",
        @"/(?:(a)|(b)|c)+/",
        @"/(z)((a+)?(b+)?(c))*/",
        @"/[\d-\s]+/",
        @"/([^,;]+)[,;]?/",
        @"/^.*$/",
        @"/[\s\S]+/",
        @"/,/",
    ];

    private static readonly string[] Texts =
    [
        "",
        " ",
        "a",
        "me@example.com",
        "first.last+tag@sub-domain.example.co.uk, x@y.z",
        "https://example.com/path/to?q=1&lang=de#top",
        "see HTTP://A.B.example:8080/x_y-z and ftp://files.example/a",
        "192.168.0.1",
        "256.1.1.1 10.0.0.255",
        "00:1A:2b:3C:4d:5E",
        "+4915112345678",
        "(555) 123-4567 or 555.987.6543",
        "2026-11-28",
        "2026-11-28T22:45:01.123Z",
        "11/28/2026 9:05",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "#FFaa00 #abc",
        "Passw0rd Passw0rd",
        "$12.50, $3 and -4.5e10 of 1234567.891",
        "  two  spaces\tand a tab ",
        "Subject: hi\r\nFrom: me\nTo: you\rCc: \u2028# Heading\u2029",
        "<p class=\"x\">one <B>two</b></p><!-- no\ncomment -->",
        "\"quoted \\\"inner\\\" text\" 'and' \"more\"",
        "the the cat Sat sat",
        "Hello {{ name }}, pay ${amount} now",
        "Größe É naïve ſ \u212A ﬁ",
        "日本語 中文 text",
        "SW1A 1AA 12345-6789 4111111111111111",
        "abcd zaacbbbcac 2026/7/ a1-b2_c3",
        "a,b;c,,d",
    ];

    public static TheoryData<string> Calls() =>
        new("$match(text, PATTERN)", "$contains(text, PATTERN)", "$replace(text, PATTERN, '<$1>')", "$split(text, PATTERN)");

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_popular_pattern_finds_what_it_finds_in_JavaScript(string call)
    {
        var cases = (
            from pattern in Patterns
            from text in Texts
            select new ReferenceCase(
                call.Replace("PATTERN", pattern, StringComparison.Ordinal),
                new JsonObject { ["text"] = text }.ToJsonString()
            )
        ).ToList();
        var outcomes = await ReferenceEngine.EvaluateAsync(cases, TestContext.Current.CancellationToken);
        var differences = cases
            .Zip(outcomes)
            .Select(pair => (Case: pair.First, Theirs: pair.Second, Ours: ReferenceOutcome.Of(pair.First)))
            .Where(pair => (pair.Ours.Result, pair.Ours.Code) != (pair.Theirs.Result, pair.Theirs.Code))
            .Select(pair => $"{pair.Case.Expression}\n    on {pair.Case.Input}\n    ours {pair.Ours}\n    theirs {pair.Theirs}")
            .ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences\n{string.Join("\n", differences.Take(10))}");
    }
}
