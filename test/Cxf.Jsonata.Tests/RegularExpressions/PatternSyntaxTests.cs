using System.Text.Json.Nodes;
using Cxf.Jsonata.RegularExpressions;
using Cxf.Jsonata.Syntax;
using Cxf.Jsonata.Tests.Reference;
using Cxf.Testing;

namespace Cxf.Jsonata.Tests.RegularExpressions;

/// <summary>Random texts of a pattern's own characters, and what JavaScript says of them.</summary>
public sealed class PatternSyntaxTests
{
    private static readonly string[] Pieces =
    [
        "a",
        "b",
        "K",
        "1",
        "-",
        "_",
        ".",
        "^",
        "$",
        "*",
        "+",
        "?",
        "{",
        "}",
        "{1}",
        "{2,}",
        "{1,2}",
        "{2,1}",
        "(",
        ")",
        "(?:",
        "(?=",
        "(?!",
        "(?<=",
        "(?<!",
        "(?<n>",
        "(?<m>",
        "(?",
        "[",
        "]",
        "[^",
        "[]",
        "[^]",
        "|",
        "\\",
        "\\w",
        "\\W",
        "\\d",
        "\\D",
        "\\s",
        "\\S",
        "\\b",
        "\\B",
        "\\1",
        "\\2",
        "\\0",
        "\\8",
        "\\12",
        "\\k",
        "\\k<n>",
        "\\c",
        "\\cA",
        "\\x4",
        "\\x41",
        "\\u0041",
        "\\u{61}",
        "\\p{L}",
        "\\-",
        "a-c",
        "\\w-",
        "-\\d",
        "é",
        "ſ",
        "\u212A",
        ",",
        "=",
        "!",
        "<",
        ">",
        ":",
    ];

    private const string Script = """
        const readline = require('readline');
        (async () => {
          for await (const line of readline.createInterface({ input: process.stdin })) {
            const { pattern, flags, texts } = JSON.parse(line);
            try {
              const regex = new RegExp(pattern, 'g' + flags);
              console.log(JSON.stringify(texts.map(text => {
                regex.lastIndex = 0;
                const match = regex.exec(text);
                return match && [match.index, ...[...match].map(group => group === undefined ? null : group)];
              })));
            } catch (error) {
              console.log('null');
            }
          }
        })();
        """;

    [Fact]
    public async Task Random_patterns_are_accepted_and_match_as_in_JavaScript()
    {
        const int seed = 51;
        var random = new Random(seed);
        string[] texts = ["", "a", "ab", "aab1-", "K_k", "éſ\u212A s", "a\nb\r\nc", "cc cb", "\\c", "{1}", "b{2,1}a-c"];
        var cases = Enumerable
            .Range(0, LongRun.Count(3_000, 100_000))
            .Select(_ => (Pattern: string.Concat(random.GetItems(Pieces, random.Next(1, 7))), Flags: random.Next(4)))
            .ToList();
        var lines = cases.Select(test =>
            new JsonObject
            {
                ["pattern"] = test.Pattern,
                ["flags"] = ((test.Flags & 1) != 0 ? "i" : "") + ((test.Flags & 2) != 0 ? "m" : ""),
                ["texts"] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]),
            }.ToJsonString()
        );
        var theirs = await Node.RunAsync(Script, lines, TestContext.Current.CancellationToken);
        var differences = cases
            .Zip(theirs)
            .Select(pair =>
                (pair.First, Theirs: pair.Second, Ours: Ours(pair.First.Pattern, (RegexFlags)pair.First.Flags, texts))
            )
            .Where(pair => !JsonNode.DeepEquals(JsonNode.Parse(pair.Theirs), pair.Ours))
            .Select(pair =>
                $"/{pair.First.Pattern}/ {(RegexFlags)pair.First.Flags}\n    theirs {pair.Theirs}"
                + $"\n    ours   {pair.Ours?.ToJsonString() ?? "null"}"
            )
            .ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences\n{string.Join("\n", differences.Take(20))}");
    }

    private static JsonArray? Ours(string pattern, RegexFlags flags, string[] texts)
    {
        if (RegexPattern.Problem(pattern, flags) is not null)
        {
            return null;
        }

        var regex = RegexPattern.Compile(pattern, flags, TimeSpan.FromMinutes(1));
        var run = new Cxf.Jsonata.Evaluation.Run(JsonataOptions.Default);
        return new JsonArray([.. texts.Select(text => Describe(regex.Match(text, 0, run)))]);
    }

    private static JsonArray? Describe(PatternMatch? match) =>
        match is null
            ? null
            : new JsonArray([
                JsonValue.Create(match.Start),
                JsonValue.Create(match.Value),
                .. Enumerable
                    .Range(1, match.Groups)
                    .Select(group => match.Group(group) is { } text ? JsonValue.Create(text) : null),
            ]);
}
