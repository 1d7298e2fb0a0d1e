using Cxf.Jsonata.Tests.Reference;

namespace Cxf.Jsonata.Tests.Conformance;

/// <summary>Details in which engines differ, against the reference on Node: results, codes, and positions of errors.</summary>
public sealed class ReferenceDetailTests
{
    private const string Input = """
        {"items":[{"id":1,"a":2,"b":"x"},{"id":2,"a":1,"b":"y"},{"id":3,"a":1,"b":"x"}],"a":{"b":[{"c":1},{"c":2}]},"text":"abc"}
        """;

    private static readonly string[] Expressions =
    [
        // An array constructor with a predicate before a step.
        "[{'a':1}][0].a",
        "[5,6][0].$string()",
        "[5,6].$string()",
        "[{'a':1}].a",
        "[{'a':1},{'a':2}][0].a",
        "([{'a':1}][0]).a",
        "[{'a':1}][0][0].a",
        "[1,2][$>1].($+1)",
        "[1,2,3][$>1].($+1)",
        "[[1,2],[3]][0].$string()",
        "['abc'][0].$",
        "['abc'][0].$length()",
        "[{'length':2}][0].(5)",
        "[{'length':1,'0':{'a':7}}][0].a",
        "[5,6][0][].$string()",
        "[5][0]^($)",
        "[5,6][0]^($).x",
        "[true][0].$string()",
        "[{'a':1}][0].a.b",
        "[{'a':{'b':1}}][a].a.b",
        // Nothing is left for the steps after an empty value, which is then the result.
        "[''][0].a",
        "[''][0].a.b",
        "[''][0].$string()",
        "[''][0].(5)",
        "[''][0][].a",
        "[''][0].a{'k':1}",
        "[''][0].a & 'x'",
        "[''][0]^($)",
        "[''][0]#$i.a",
        "[[]][0].a.b",
        "[{'length':0}][0].a",
        "[{'length':0,'a':3}][0].a.b",
        // Groupings and orders over bindings.
        "items#$i{$string(id):$count($),'t':$count($)}",
        "items#$i{'t':$count($)}",
        "items#$i{b:$i}",
        "items#$i{b:$count($),'t':id}",
        "items@$o#$i{$string($i):$o.id,'all':$count($o)}",
        "items#$i^(a)^(id).id",
        "items#$i^(a)^(i).id",
        "items#$i^(id)^(>i).id",
        "items#$i^(a).{'i':$i,'id':id}",
        "items#$i^(a){b:id}",
        "items^(a)#$i.{'i':$i,'id':id}",
        "items^(a)^(>id).id",
        "items#$i^(a)#$j.{'i':$i,'j':$j}",
        "items#$i[id>1]^(a){b:$i}",
        "items^(a){b:id}",
        "items^(a)^(b).id",
        "items@$o^($o.a)^($o.id).id",
        "items@$o^($o.a).$o.id",
        "a.b#$i^(>c)[0].c",
        "a.b#$i^(>c)[0]{'k':c}",
        // Dates and numbers.
        "$fromMillis(1e12,'[YI,2]')",
        "$fromMillis(1e12,'[YI,2-2]')",
        "$fromMillis(1e12,'[Yw,2]')",
        "$fromMillis(1e12,'[YWw,4]')",
        "$fromMillis(1e12,'[YA,3]')",
        "$fromMillis(1e12,'[Ya]')",
        "$fromMillis(1e12,'[MI,2]')",
        "$fromMillis(1e12,'[Dwo,3]')",
        "$fromMillis(1e12,'[Y,2-2]')",
        "$fromMillis(1e12,'[Y,6]')",
        "$fromMillis(1e12,'[dI,3]')",
        "$fromMillis(1e12,'[h1,3]:[m]')",
        "$fromMillis(1e12,'[FNn,3-3] [MNn,3-3]')",
        "$fromMillis(1e12,'[Y0001,2]')",
        "$fromMillis(1e12,'[Y##01]')",
        "$toMillis('08:30','[h01]:[m01]') % 86400000",
        "$toMillis('12:30','[h01]:[m01]') % 86400000",
        "$toMillis('2020-01-02 08:30','[Y]-[M]-[D] [h]:[m]')",
        "$toMillis('2020-01-02 08:30 pm','[Y]-[M]-[D] [h]:[m] [P]')",
        "$string(1.7976931348623157e308)",
        "1.7976931348623157e308 & ''",
        "$string([1.7976931348623157e308])",
        "$string(-1.7976931348623157e308)",
        "$formatNumber(1200,'#0e0')",
        "$formatNumber(0.05,'#0.0e0')",
        "$formatNumber(1234.5,'$#,##0.00;(#)')",
        "$string(1e21)",
        "$string(1/3)",
        // Errors in functions, and which of two errors is first.
        "$map(['a'],function($x){$x*2})",
        "$map(['a'],function($x){$sum($x)})",
        "($f := function($x){$x*2}; $f('a'))",
        "($f := function($x){$uppercase($x)}; $f(1))",
        "($f := function($x){($y := $x; $y + 1)}; 1 + $f('a'))",
        "$sum($map(['a'],function($x){$x+1}))",
        "$filter([1],function($x){$x & 1 > 2})",
        "$reduce([1,'a'],function($a,$b){$a+$b})",
        "($g := function($h){$h('a')}; $g(function($x){$x-1}))",
        "$sort([1,2],function($a,$b){$a > 'x'})",
        "$each({'a':1},function($v){$v+'b'})",
        "$split('abc',/x*/)",
        "$match('abc',/x*/)",
        "$replace('abc',/x*/,'-')",
        "$replace('abc',/b|x*/,'-')",
        "$map(['abc'],function($s){$split($s,/x*/)})",
        "true and $sum('a')",
        "false or (1 + 'a')",
        "true and $map(['a'],function($x){$x*2})",
        "['a'].($ * 2)",
        "'a' ~> $sum()",
        "[1,2] ~> $map(function($x){$x+'a'})",
        "($f := function($n){$n = 0 ? $sum('a') : $f($n - 1)}; $f(2))",
        "($f := function($n){$n = 0 ? 1 + 'a' : 1 + $f($n - 1)}; $f(2))",
        "(1 + ; 2 +)",
        "[1, ; )",
        "a[1,2)]",
        "{'a':}",
        "a.1 + b.[",
        "$x := ",
        "a{'b':1}[0] + ",
        "a{'b':1}{'c':2}{'d':3}",
        "a.1.2",
        "a[0]@$b",
        "a^(b)@$c",
        "a[0]@$b.1",
        "1.a{'x':1}[0]",
        "a{'b':1}[0].1",
        "a{'b':1}{'c':2}[0]",
        "function($a,1){2}(",
        "'abc",
        "`abc",
        "a ? b : ",
        "/ab(/ + )",
        "( /a/ . )",
        "\"\\u12\" + )",
        "1e999 + )",
        "$$.%",
        "a.%.%.%.b + (",
    ];

    [Fact]
    public async Task Results_codes_and_positions_are_those_of_the_reference()
    {
        var cases = Expressions.Select(expression => new ReferenceCase(expression, Input)).ToList();
        var outcomes = await ReferenceEngine.EvaluateAsync(cases, TestContext.Current.CancellationToken);
        var differences = cases
            .Zip(outcomes)
            .Where(pair => pair.Second.Crash is null)
            .Select(pair => (pair.First.Expression, Theirs: pair.Second, Ours: ReferenceOutcome.Located(pair.First)))
            .Where(pair => pair.Ours != pair.Theirs)
            .Select(pair => $"{pair.Expression}\n    ours   {pair.Ours}\n    theirs {pair.Theirs}")
            .ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences\n{string.Join("\n", differences)}");
    }
}
