using System.Globalization;
using Cxf.Jsonata.RegularExpressions;
using Cxf.Jsonata.Tests.Reference;

namespace Cxf.Jsonata.Tests.RegularExpressions;

public sealed class CaseFoldingTests
{
    [Fact]
    public async Task Flag_i_makes_the_same_characters_equal_as_in_JavaScript()
    {
        var theirs = await Node.RunAsync(
            """
            const canonical = unit => {
              const upper = String.fromCharCode(unit).toUpperCase();
              return upper.length !== 1 || (unit >= 128 && upper.charCodeAt(0) < 128) ? unit : upper.charCodeAt(0);
            };
            for (let unit = 0; unit < 65536; unit++) if (canonical(unit) !== unit) console.log(unit, canonical(unit));
            """,
            [],
            TestContext.Current.CancellationToken
        );
        var expected = Enumerable.Range(0, char.MaxValue + 1).ToArray();
        foreach (var pair in theirs.Select(line => line.Split(' ')))
        {
            expected[int.Parse(pair[0], CultureInfo.InvariantCulture)] = int.Parse(pair[1], CultureInfo.InvariantCulture);
        }

        // Characters that one of the two does not know yet: each has the Unicode version of its release.
        var differences = expected
            .Index()
            .Where(pair => char.GetUnicodeCategory((char)pair.Item) != UnicodeCategory.OtherNotAssigned)
            .Where(pair => CaseFolding.Of((char)pair.Index) != pair.Item)
            .Select(pair => $"U+{pair.Index:X4}: {(int)CaseFolding.Of((char)pair.Index):X4}, in JavaScript {pair.Item:X4}");
        Assert.Empty(differences);
    }
}
