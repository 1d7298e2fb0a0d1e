namespace Cxf.Jsonata.Tests.Functions;

public sealed class CollectionFunctionTests
{
    [Theory]
    [InlineData("""$append([1],2)""", """[1,2]""")]
    [InlineData("""$reverse([1,2,3])""", """[3,2,1]""")]
    [InlineData("""$distinct([1,'1',1,[2],[2]])""", """[1,"1",[2]]""")]
    [InlineData("""$zip([1,2],['a','b','c'])""", """[[1,"a"],[2,"b"]]""")]
    [InlineData("""$sort(['b','a'])""", """["a","b"]""")]
    [InlineData("""$sort([3,1,2],function($a,$b){$a<$b})""", """[3,2,1]""")]
    [InlineData("""$count($shuffle([1..9]))""", """9""")]
    public void Arrays(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$keys({'b':1,'a':2,'2':3,'1':4})""", """["1","2","b","a"]""")]
    [InlineData("""$lookup([{'a':1},{'a':2}],'a')""", """[1,2]""")]
    [InlineData("""$spread({'a':1,'b':2})""", """[{"a":1},{"b":2}]""")]
    [InlineData("""$merge([{'a':1},{'b':2},{'a':3}])""", """{"a":3,"b":2}""")]
    [InlineData("""$type([])""", "\"array\"")]
    [InlineData("""$exists(missing)""", """false""")]
    public void Objects(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$map([1,2],function($v,$i,$a){$v+$i+$count($a)})""", """[3,5]""")]
    [InlineData("""$filter([1..5],function($v){$v%2=0})""", """[2,4]""")]
    [InlineData("""$reduce([1..4],function($a,$b){$a*$b},10)""", """240""")]
    [InlineData("""$single([1,2],function($v){$v=2})""", """2""")]
    [InlineData("""$each({'a':1},function($v,$k){$k&$v})""", "\"a1\"")]
    [InlineData("""$sift({'a':1,'b':2},function($v){$v>1})""", """{"b":2}""")]
    [InlineData("""$map(['a'],$uppercase)""", "\"A\"")]
    public void Higher_order_functions(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""($o:={'a':{'b':1}}; [$o ~> |a|{'c':b+1},'b'|, $o])""", """[{"a":{"c":2}},{"a":{"b":1}}]""")]
    [InlineData("""{'a':[{'x':1},{'x':2}]} ~> |a[x>1]|{'y':true}|""", """{"a":[{"x":1},{"x":2,"y":true}]}""")]
    public void Transforms_change_a_copy(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));
}
