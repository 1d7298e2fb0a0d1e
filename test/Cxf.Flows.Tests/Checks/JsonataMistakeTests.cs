using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cxf.Flows.Tests.Checks;

/// <summary>What is wrong with a text that is not JSONata, at its place and with what to write instead.</summary>
public sealed class JsonataMistakeTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An expression, the text that the diagnostic points to, its message and its fix.</summary>
    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            // Operators of other languages.
            { "$a === 200", "=== 200", "JSONata has no operator ===.", "Write = to compare." },
            { "$a !== 200", "!== 200", "JSONata has no operator !==.", "Write != to compare." },
            { "$a==200", "==200", "JSONata has no operator ==.", "Write = to compare." },
            { "== 200", "== 200", "JSONata has no operator ==.", "Write = to compare." },
            { "$a && $b", "&& $b", "JSONata has no operator &&.", "Write and." },
            { "$a&&!$b", "&&!$b", "JSONata has no operator &&.", "Write and." },
            { "$a || $b", "|| $b", "JSONata has no operator ||.", "Write or." },
            {
                "$call?.body",
                "?.body",
                "JSONata has no operator ?..",
                "Write a point: a field that does not exist gives nothing, without an error."
            },
            { "$map([1], x => x)", "=> x", "JSONata has no operator =>.", "Write a function as function($x) { … }." },
            { "$a++", "++", "JSONata has no operator ++.", "Write + 1." },
            { "$a += 1", "+= 1", "JSONata has no operator +=.", "Set the variable in a step of kind \"transform\"." },
            { "2 ** 3", "** 3", "JSONata has no operator **.", "Write $power(number, exponent)." },
            { "!$a", "!$a", "JSONata has no operator !.", "Write $not(…)." },
            { "$a and !$b", "!$b", "JSONata has no operator !.", "Write $not(…)." },
            { "1 ! 2", "! 2", "JSONata has no operator !.", "Write $not(…)." },
            { "$a ~ $b", "~ $b", "JSONata has no operator ~.", "Use one of: + - * / % & = != < <= > >= and or in." },
            { "$a AND $b", "AND $b", "AND is not an operator.", "Write \"and\" in small letters." },
            { "$a Or $b", "Or $b", "Or is not an operator.", "Write \"or\" in small letters." },
            { "$a IN $b", "IN $b", "IN is not an operator.", "Write \"in\" in small letters." },
            // A default value.
            { "$a.b ?? 'x'", "?? 'x'", NoOperator("??"), Otherwise("$a.b", "'x'") },
            { "$a ??\"x\" & '.'", "??\"x\"", NoOperator("??"), Otherwise("$a", "\"x\"") },
            { "$a ?: $b.c", "?: $b.c", NoOperator("?:"), Otherwise("$a", "$b.c") },
            { "$f($a ?? $string(1))", "?? $string(1)", NoOperator("??"), Otherwise("$a", "…") },
            { "($a) ?? 'x'", "?? 'x'", NoOperator("??"), Otherwise("…", "'x'") },
            { "$a[0].b ?? 'x'", "?? 'x'", NoOperator("??"), Otherwise("…", "'x'") },
            { "'a' ?? $b[0]", "?? $b[0]", NoOperator("??"), Otherwise("…", "…") },
            { "$a && ($b ?? 'x')", "&& (", "JSONata has no operator &&.", "Write and." },
            // Conditions of other languages; not what a text says.
            { "if ($a) 'a' else 'b'", "if (", "JSONata has no if.", "Write condition ? value : other value." },
            { "'s' & \"t\" & (if($a) 'a')", "if($a)", "JSONata has no if.", "Write condition ? value : other value." },
            { "'see if (x)' & $a && $b", "&& $b", "JSONata has no operator &&.", "Write and." },
            // Quotes.
            { "'abc", "'abc", NotClosed("text"), "Add ' at its end." },
            { "'abc' & \"d\\\"e", "\"d", NotClosed("text"), "Add \" at its end." },
            { "\"it's\" & 'abc", "'abc", NotClosed("text"), "Add ' at its end." },
            { "'x' & `abc", "`abc", NotClosed("name"), "Add ` at its end." },
            { "`a\\` & 'abc", "'abc", NotClosed("text"), "Add ' at its end." },
            { "$match('x', /'/) & 'abc", "'abc", NotClosed("text"), "Add ' at its end." },
            { "'a\\qb'", "\\qb", "The text has an escape that does not exist.", Backslash },
            { "'a\\q\\n'", "\\q\\n", "The text has an escape that does not exist.", Backslash },
            { "'a\\u1\\n'", "\\u1", "The text has an escape that does not exist.", Backslash },
            { "'a\\u12'", "\\u12", "The text has an escape that does not exist.", Backslash },
            // Brackets, of which those in quotes do not count.
            { "(1", "(1", "The ( here is not closed.", "Add ) where it ends." },
            { "[1, 2", "[1, 2", "The [ here is not closed.", "Add ] where it ends." },
            { "1 & {'a': 1", "{'a': 1", "The { here is not closed.", "Add } where it ends." },
            { "((1) + 2", "((1)", "The ( here is not closed.", "Add ) where it ends." },
            { "([1] & {'a': 1}", "([1]", "The ( here is not closed.", "Add ) where it ends." },
            { "1 & ('a(' & \"b(\" & `c(`", "('a(", "The ( here is not closed.", "Add ) where it ends." },
            { "('[' & \"\\\"[\" & '{'", "('['", "The ( here is not closed.", "Add ) where it ends." },
            { "[1)", ")", "] is expected here, not ).", "Add ] before )." },
            { "{'a' 'b'}", "'b'", ": is expected here, not 'b'.", "Add : before 'b'." },
            { "function($x) $x", "$x ", "{ is expected here, not $x.", "Add { before $x." },
            // Parts that are missing or too many.
            { "", " ", "The expression is empty.", "Write an expression between the marks." },
            { "1 +", "%}", "The expression ends too early.", "Add what belongs after its last part." },
            // A quote is missing at the end of a text, or at its start; the parser stumbles far behind it.
            {
                "'a & $b & 'c'",
                "'a & $b & '",
                "The text that starts here contains & $b, so a quote is missing.",
                MissingQuote("'")
            },
            {
                "\"a & (1) & \"c\"",
                "\"a & (1) & \"",
                "The text that starts here contains & (, so a quote is missing.",
                MissingQuote("\"")
            },
            {
                "'a' & b ' & $c & 'd'",
                "' & $c & '",
                "The text that starts here contains & $c, so a quote is missing.",
                MissingQuote("'")
            },
            { "‘a’ $b", "‘", "‘ is not a quote in JSONata.", "Write ' before and after a text." },
            { "'a‘' 'b'", "'b'", "'b' does not belong here.", "Write an operator before it (& joins texts), or remove it." },
            { "$a $b", "$b", "$b does not belong here.", "Write an operator before it (& joins texts), or remove it." },
            { "'a' 'b'", "'b'", "'b' does not belong here.", "Write an operator before it (& joins texts), or remove it." },
            { "1 'b'", "'b'", "'b' does not belong here.", "Write an operator before it (& joins texts), or remove it." },
            { "1 ''", "''", "'' does not belong here.", "Write an operator before it (& joins texts), or remove it." },
            { "^ 1", "^ 1", "There is no value before ^.", "Write a value before ^, or remove it." },
            { ") 1", ") 1", "There is no value before ).", "Write a value before ), or remove it." },
            { "1 := 2", "1 :=", "The left side of := must be a variable name (start with $).", AtThisPlace },
            // Names that are called as the methods of other languages are.
            { "$a.trim() & ''", "trim()", NoFunction("trim"), "Write $trim(value), with the value in the parentheses." },
            { "$a.b.foo ()", "foo ()", NoFunction("foo"), "Call a function as $name(value)." },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_has_its_place_its_message_and_its_fix(string expression, string at, string message, string fix) =>
        AssertMistake(Message($"{{% {expression} %}}"), at, message, fix);

    [Theory]
    [InlineData("state &&  a", "&&  a", "JSONata has no operator &&.", "Write and.")]
    [InlineData("'", "'", "The text that starts here has no closing quote.", "Add ' at its end.")]
    [InlineData("'\\q", "\\q", "The text has an escape that does not exist.", "Write \\\\ for a backslash.")]
    [InlineData("a.(b", "(b", "The ( here is not closed.", "Add ) where it ends.")]
    [InlineData("a.trim()", "trim()", "trim is a field, not a function: the names of functions begin with $.", "Write $trim(")]
    [InlineData("{% a %}", "\"{% a", "\"select\" is written without {% and %}.", "Write \"a\".")]
    public void Select_is_checked_as_well(string select, string at, string message, string fix) =>
        AssertMistake(Documents.With("/steps/rest_api_1/select", JsonSerializer.Serialize(select, Plain)), at, message, fix);

    // The words between the quotes of a word processor are names of fields to the parser.
    [Theory]
    [InlineData("‘Your number is ’ & $rest_api_1.body.id", '‘')]
    [InlineData("“Hello”", '“')]
    [InlineData("'Hello ' & „you“ & ‚and‘", '„')]
    [InlineData("$rest_api_1.body.state = ’sent’ ? 'x' : 'y'", '’')]
    public void The_quotes_of_a_word_processor_are_one_mistake(string expression, char quote)
    {
        var document = Message($"{{% {expression} %}}");
        var said = Assert.Single(Documents.Read(document).Diagnostics, one => one.Code is "CXF2101" or "CXF2103");
        Assert.Equal($"{quote} is not a quote in JSONata.", said.Message);
        Assert.Equal("Write ' before and after a text.", said.Fix);
    }

    private static void AssertMistake(string document, string at, string message, string fix)
    {
        var compact = System.Text.Json.Nodes.JsonNode.Parse(document)!.ToJsonString(Plain);
        var said = Assert.Single(Documents.Read(compact).Diagnostics, one => one.Code == "CXF2101");
        Assert.Equal(message, said.Message);
        Assert.StartsWith(fix, said.Fix);
        var place = JsonSerializer.Serialize(at, Plain)[1..^1];
        Assert.StartsWith(at.StartsWith("\"{%") ? at : place, compact[(said.Column - 1)..]);
    }

    private static string Message(string text) =>
        Documents.With("/steps/respond_1/message", JsonSerializer.Serialize(text, Plain));

    private static string NoOperator(string text) => $"JSONata in Step Functions has no operator {text}.";

    private static string MissingQuote(string quote) =>
        $"Write {quote} at the end of the text, before the &. If the quote here ends a text, "
        + $"write {quote} where that text starts.";

    private static string NoFunction(string name) => $"{name} is a field, not a function: the names of functions begin with $.";

    private static string NotClosed(string what) => $"The {what} that starts here has no closing quote.";

    private static string Otherwise(string value, string other) =>
        $"Write $exists({value}) ? {value} : {other}, in parentheses if more follows.";

    private const string Backslash = "Write \\\\ for a backslash. A text with ' in it can be written between \".";

    private const string AtThisPlace = "Correct the expression at this place.";
}
