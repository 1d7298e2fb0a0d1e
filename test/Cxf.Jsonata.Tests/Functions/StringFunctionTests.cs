namespace Cxf.Jsonata.Tests.Functions;

public sealed class StringFunctionTests
{
    [Theory]
    [InlineData("""$uppercase("straße")""", "STRASSE")]
    [InlineData("""$uppercase("ﬁn")""", "FIN")]
    [InlineData("""$uppercase("ŉ ǆ é")""", "ʼN Ǆ É")]
    [InlineData("""$lowercase("ΟΔΟΣ ΟΔΟΣ.")""", "οδος οδος.")]
    [InlineData("""$lowercase("ΣΑΣΑ Σ Α.ΣΒ")""", "σασα σ α.σβ")]
    [InlineData("""$lowercase("İÉ")""", "i\u0307é")]
    public void Letters_change_case_as_in_ECMAScript(string expression, string result) =>
        Assert.Equal(result, Evaluated.Value(JsonataExpression.Compile(expression)).GetString());

    [Theory]
    [InlineData("""$length('a😀b')""", """3""")]
    [InlineData("""$substring('a😀b',1,1)""", "\"😀\"")]
    [InlineData("""$substring('hello',-3)""", "\"llo\"")]
    [InlineData("""$substring('hello',-9,2)""", "\"he\"")]
    [InlineData("""$pad('😀',3,'x')""", "\"😀xx\"")]
    [InlineData("""$pad('a',-4,'12')""", "\"121a\"")]
    public void Strings_are_counted_and_split_by_code_points(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$substringBefore('a-b-c','-')""", "\"a\"")]
    [InlineData("""$substringAfter('a-b-c','-')""", "\"b-c\"")]
    [InlineData("""$substringAfter('abc','x')""", "\"abc\"")]
    [InlineData("""$uppercase('äß')""", "\"ÄSS\"")]
    [InlineData("""$lowercase('ÄB')""", "\"äb\"")]
    [InlineData("""$trim('  a \n b ')""", "\"a b\"")]
    public void Parts_and_cases(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$split('a, b', ', ')""", """["a","b"]""")]
    [InlineData("""$split('abc','',2)""", """["a","b"]""")]
    [InlineData("""$split('a1b22c',/[0-9]+/)""", """["a","b","c"]""")]
    [InlineData("""$join(['a','b'],'-')""", "\"a-b\"")]
    [InlineData("""$replace('aaa','a','b',2)""", "\"bba\"")]
    [InlineData("""$replace('abc','b',missing)""", "\"aundefinedc\"")]
    [InlineData("""$replace('john smith',/(\w+)\s(\w+)/,'$2, $1')""", "\"smith, john\"")]
    [InlineData("""$replace('265USD',/([0-9]+)USD/,'$$$1')""", "\"$265\"")]
    [InlineData("""$replace('abc',/b/,function($m){$m.match&$m.start})""", "\"ab1c\"")]
    public void Splitting_joining_and_replacing(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData(
        """$match('ababbb',/a(b+)/)""",
        """[{"match":"ab","index":0,"groups":["b"]},{"match":"abbb","index":2,"groups":["bbb"]}]"""
    )]
    [InlineData("""$contains('Hello',/h/i)""", """true""")]
    [InlineData("""$contains('a\nb',/^b$/m)""", """true""")]
    [InlineData("""$contains('a\n',/a$/)""", """false""")]
    [InlineData("""/a/('xa').start""", """1""")]
    [InlineData("""$contains('b',/(a)?\1b/)""", """true""")]
    [InlineData("""$contains('ab',/^(?<x>a)?b\k<x>$/)""", """false""")]
    [InlineData("""$contains('b',/^(?<x>a)?b\k<x>$/)""", """true""")]
    [InlineData("""$contains('aa',/(a\1)a/)""", """true""")]
    [InlineData("""$contains('\u0001',/^\1$/)""", """true""")]
    [InlineData("""$contains('S8',/\1238/)""", """true""")]
    [InlineData("""$contains('k<x>',/^\k<x>$/)""", """true""")]
    [InlineData("""$replace('Zoë Ny',/\b\w/,'-')""", "\"-oë -y\"")]
    [InlineData("""$split('İi',/\B\w+?/)""", """["İi"]""")]
    public void Matching(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$base64encode('a:b')""", "\"YTpi\"")]
    [InlineData("""$base64decode('YTpi')""", "\"a:b\"")]
    [InlineData("""$encodeUrlComponent('a b/é')""", "\"a%20b%2F%C3%A9\"")]
    [InlineData("""$encodeUrl('http://x/?q=a b')""", "\"http://x/?q=a%20b\"")]
    [InlineData("""$decodeUrl('a%20b%2F')""", "\"a b%2F\"")]
    [InlineData("""$decodeUrlComponent('a%2F')""", "\"a/\"")]
    public void Encodings(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$string(1e21)""", "\"1e+21\"")]
    [InlineData("""$string(1e-7)""", "\"1e-7\"")]
    [InlineData("""$string(123456789012345678)""", "\"123456789012346000\"")]
    [InlineData("""$string({'a':[null,true]})""", "\"{\\\"a\\\":[null,true]}\"")]
    [InlineData("""$string([1],true)""", "\"[\\n  1\\n]\"")]
    [InlineData("""$string($sum)""", "\"\"")]
    public void Values_as_strings(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));
}
