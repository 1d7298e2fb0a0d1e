using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.JsonPath;

public sealed class PathTests
{
    private const string Input = """
        {"u":[{"n":"a","y":1997,"s":"0","t":["x"]},{"n":"ab","y":1998,"s":"1","t":[]},{"n":"c","l":3}],"o":{"x":1,"y z":2,"w":3}}
        """;

    [Theory]
    [InlineData("$.u[?(@.y >= 1998 && @.s == '1')].n", """["ab"]""")]
    [InlineData("$.u[?(@.y == 1997 || @.l == 3)].n", """["a","c"]""")]
    [InlineData("$.u[?(!@.y)].n", """["c"]""")]
    [InlineData("$.u[?(!(@.y && @.s == '0'))].n", """["ab","c"]""")]
    [InlineData("$.u[?(@.y&&@.s=='0')].n", """["a"]""")]
    [InlineData("$.u[?(@.n =~ /A.*/i)].n", """["a","ab"]""")]
    [InlineData("$.u[?(@.n =~ /b/)].n", "[]")]
    [InlineData("$.u[?(@.n =~ /a|c/)].n", """["a","c"]""")]
    [InlineData("$.u[?(@.n =~ /(?!c).*/)].n", """["a","ab"]""")]
    [InlineData("$.u[?(@.y =~ /[0-9]+8/)].n", """["ab"]""")]
    [InlineData("$.u[?(@.n in ['a', 'c'])].n", """["a","c"]""")]
    [InlineData("$.u[?(@.n nin ['a', 'c'])].n", """["ab"]""")]
    [InlineData("$.u[?(@.t contains 'x')].n", """["a"]""")]
    [InlineData("$.u[?(@.t empty true)].n", """["ab"]""")]
    [InlineData("$.u[?(@.t size 1)].n", """["a"]""")]
    [InlineData("$.u[?(@.s == 0)].n", """["a"]""")]
    [InlineData("$.u[?(@.l != 3)].n", """["a","ab"]""")]
    [InlineData("$.u[?(1997 == @.y)].n", """["a"]""")]
    [InlineData("$.o['x','y z']", """{"x":1,"y z":2}""")]
    [InlineData("$.u.length()", "3")]
    [InlineData("$.o.length()", "3")]
    public void A_path_selects(string path, string expected)
    {
        using var local = new LocalService();

        var view = local.Run(Machine(local, path), Input);

        Assert.Equal($$"""{"r":{{expected}}}""", view.Output);
    }

    [Theory]
    [InlineData("$.u[?(@.n =~ /(/)]")]
    [InlineData("$.u[?(@.n =~ /a)]")]
    [InlineData("$.u[?(@.n == )]")]
    [InlineData("$.u[?(1)]")]
    [InlineData("$.u[?(@.n && )]")]
    [InlineData("$.u[?((@.n)]")]
    [InlineData("$.o['x',]")]
    public void An_invalid_path_is_rejected(string path)
    {
        using var local = new LocalService();

        Assert.Equal("InvalidDefinition", Assert.Throws<StepFunctionsException>(() => Machine(local, path)).Code);
    }

    [Theory]
    [InlineData(-9223372036854775808, 9223372036854775807, null)]
    [InlineData(9223372036854770000, 9223372036854775807, null)]
    [InlineData(9223372036854775807, 9223372036854775807, 1)]
    [InlineData(1, 1000, 1000)]
    [InlineData(1, 1001, null)]
    public void An_array_range_has_at_most_a_thousand_elements(long first, long last, int? count)
    {
        using var local = new LocalService();

        var view = local.Run(
            Machine(local, "States.ArrayLength(States.ArrayRange($.a, $.b, 1))"),
            $$"""{"a":{{first}},"b":{{last}}}"""
        );

        Assert.Equal(count is null ? "States.IntrinsicFailure" : null, view.Error);
        Assert.Equal(count is null ? null : $$"""{"r":{{count}}}""", view.Output);
    }

    private static string Machine(LocalService local, string path) =>
        local
            .Service.CreateStateMachine(
                new CreateStateMachineRequest(
                    "path",
                    $$"""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"r.$":"{{path}}"},"End":true} } }""",
                    "arn:aws:iam::111111111111:role/r"
                )
            )
            .StateMachineArn;
}
