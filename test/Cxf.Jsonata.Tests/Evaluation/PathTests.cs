namespace Cxf.Jsonata.Tests.Evaluation;

public sealed class PathTests
{
    [Theory]
    [InlineData("""a.b.c""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """[1,2]""")]
    [InlineData("""a.b[0].c""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """1""")]
    [InlineData("""a.missing.c""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """undefined""")]
    [InlineData("""n""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """null""")]
    [InlineData("""n.x""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """undefined""")]
    [InlineData("""a.b.c[1]""", """{"a":{"b":[{"c":[1,2]},{"c":[3,4]}]}}""", """[2,4]""")]
    public void A_path_collects_the_results_of_each_step(string expression, string? input, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, input));

    [Theory]
    [InlineData("""a.b""", """{"a":[{"b":1}]}""", """1""")]
    [InlineData("""a.b[]""", """{"a":[{"b":1}]}""", """[1]""")]
    [InlineData("""a[].b""", """{"a":{"b":1}}""", """[1]""")]
    [InlineData("""a.b""", """{"a":[{"b":[1]}]}""", """[1]""")]
    public void A_single_result_is_not_an_array_unless_the_array_is_kept(string expression, string? input, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, input));

    [Theory]
    [InlineData("""a.b.[c]""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """[[1],[2]]""")]
    [InlineData("""[a.b].c""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """[1,2]""")]
    public void Array_constructors_in_paths_are_not_flattened(string expression, string? input, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, input));

    [Theory]
    [InlineData("""a.b[-1].c""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """2""")]
    [InlineData("""[1..5][[0,2]]""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """[1,3]""")]
    [InlineData("""a.b[c>1].c""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """2""")]
    [InlineData("""(a.b.c)[0]""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """1""")]
    [InlineData("""a.b[c=3]""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """undefined""")]
    public void Predicates_select_by_index_list_or_truth(string expression, string? input, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, input));

    [Theory]
    [InlineData("""a.*.c""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """[1,2]""")]
    [InlineData("""$sum(**.c)""", """{"a":{"b":[{"c":1},{"c":2}]},"n":null}""", """3""")]
    [InlineData("""*""", """{"x":[1]}""", """[1]""")]
    public void Wildcards_and_descendants_reach_values_of_any_name(string expression, string? input, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, input));

    [Theory]
    [InlineData("""$^(k).v""", """[{"k":2,"v":"a"},{"v":"b"},{"k":1,"v":"c"},{"k":2,"v":"d"}]""", """["c","a","d","b"]""")]
    [InlineData("""$^(>k,v).v""", """[{"k":1,"v":2},{"k":2,"v":1},{"k":1,"v":1}]""", """[1,1,2]""")]
    public void Sorting_is_stable_and_puts_missing_keys_last(string expression, string? input, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, input));

    [Theory]
    [InlineData("""$.{k:v}""", """[{"k":"x","v":1},{"k":"x","v":2}]""", """[{"x":1},{"x":2}]""")]
    [InlineData("""${k:v}""", """[{"k":"x","v":1},{"k":"y","v":2},{"k":"x","v":3}]""", """{"x":[1,3],"y":2}""")]
    public void Grouping_joins_values_with_the_same_key(string expression, string? input, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, input));

    [Theory]
    [InlineData(
        """o.p.{'id':%.id,'x':x}""",
        """{"o":[{"id":1,"p":[{"x":5},{"x":7}]},{"id":2,"p":[{"x":9}]}]}""",
        """[{"id":1,"x":5},{"id":1,"x":7},{"id":2,"x":9}]"""
    )]
    [InlineData("""o.p[%.id=2].x""", """{"o":[{"id":1,"p":[{"x":5},{"x":7}]},{"id":2,"p":[{"x":9}]}]}""", """9""")]
    [InlineData("""(o.p)[%.id=1].x""", """{"o":[{"id":1,"p":[{"x":5},{"x":7}]},{"id":2,"p":[{"x":9}]}]}""", """[5,7]""")]
    public void The_parent_operator_returns_the_parent_of_the_context(string expression, string? input, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, input));

    [Theory]
    [InlineData(
        """o@$o.$o.p@$p.{'id':$o.id,'x':$p.x}""",
        """{"o":[{"id":1,"p":[{"x":5},{"x":7}]},{"id":2,"p":[{"x":9}]}]}""",
        """[{"id":1,"x":5},{"id":1,"x":7},{"id":2,"x":9}]"""
    )]
    [InlineData(
        """o#$i.p#$j.{'i':$i,'j':$j}""",
        """{"o":[{"id":1,"p":[{"x":5},{"x":7}]},{"id":2,"p":[{"x":9}]}]}""",
        """[{"i":0,"j":0},{"i":0,"j":1},{"i":1,"j":0}]"""
    )]
    [InlineData(
        """o@$o.$o.p{$string($o.id):$sum(x)}""",
        """{"o":[{"id":1,"p":[{"x":5},{"x":7}]},{"id":2,"p":[{"x":9}]}]}""",
        """{"1":12,"2":9}"""
    )]
    public void Focus_and_index_variables_stay_with_the_results(string expression, string? input, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, input));

    /// <summary>The reference binds nothing on an array constructor that starts a path; machines on AWS rely on this.</summary>
    [Theory]
    [InlineData("[1..3]#$i.$i", "undefined")]
    [InlineData("""["a","b"]#$i.{"i":$i,"v":$}""", """[{"v":"a"},{"v":"b"}]""")]
    [InlineData("""["a","b"]#$i[1].{"v":$}""", """[{"v":"a"},{"v":"b"}]""")]
    [InlineData("[a]@$v.$v.b", "undefined")]
    [InlineData("([1..3])#$i.$i", "[0,1,2]")]
    [InlineData("\"a\"#$i.$i", "[0,1]")]
    [InlineData("\"a\"@$v.$v.b", "[1,3]")]
    public void Bindings_on_the_first_step(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, """{"a":[{"b":1},{"b":3}]}"""));
}
