using Microsoft.Extensions.Time.Testing;

namespace Cxf.Jsonata.Tests.Limits;

public sealed class LimitTests
{
    private const string Endless = "($f := function($n){ $f($n + 1) }; $f(0))";

    [Fact]
    public void An_endless_tail_recursion_stops_at_the_time_limit()
    {
        var error = Stopped(Endless, new JsonataLimits { Time = TimeSpan.FromMilliseconds(50) });
        Assert.Contains("timeout", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_is_taken_from_the_given_clock()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
        var options = new JsonataOptions
        {
            TimeProvider = clock,
            Limits = new JsonataLimits { Time = TimeSpan.FromMinutes(1) },
        };
        Assert.Equal("U1001", Evaluated.Error(Endless, options: options).Code);
    }

    [Theory]
    [InlineData("($f := function($n){ 1 + $f($n) }; $f(0))")]
    [InlineData("($f := function($n){ $map([1], $f) }; $f(0))")]
    [InlineData("($f := function($n){ [$f($n)] }; $f(0))")]
    [InlineData("($g := function($x){ $f([$x])[0] }; $f := $map(?, $g); $g(1))")]
    public void A_recursion_without_tail_calls_stops_at_the_depth_limit(string expression) =>
        Stopped(expression, new JsonataLimits { Depth = 200 });

    [Fact]
    public void A_small_stack_is_never_overrun()
    {
        const int smallStack = 256 * 1024;
        JsonataException? error = null;
        var options = new JsonataOptions { Limits = new JsonataLimits { Depth = int.MaxValue } };
        var thread = new Thread(
            () => error = Evaluated.Error("($f := function($n){ {'a': [$f($n + 1)]}.a }; $f(0))", options: options),
            smallStack
        );
        thread.Start();
        thread.Join();
        Assert.Equal("U1001", error!.Code);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("-", "")]
    [InlineData("{'a':", "}")]
    [InlineData("$f(", ")")]
    [InlineData("a[", "]")]
    [InlineData("a.(", ")")]
    [InlineData("1+(", ")")]
    [InlineData("function(){", "}")]
    public void An_expression_that_is_nested_too_deeply_is_rejected(string open, string close)
    {
        const int levels = 100_000;
        var text = string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));
        Assert.Equal("U1001", Assert.Throws<JsonataException>(() => Evaluated.Json(text)).Code);
    }

    [Fact]
    public void A_long_chain_of_operators_is_evaluated_or_rejected()
    {
        Assert.Equal("1000", Evaluated.Json("1" + string.Concat(Enumerable.Repeat("+1", 999))));
        Stopped("1" + string.Concat(Enumerable.Repeat("+1", 1_000_000)), JsonataLimits.Default);
    }

    [Theory]
    [InlineData("$pad('a', 10000000)")]
    [InlineData("($f := function($s){ $f($s & $s) }; $f('ab'))")]
    [InlineData("$join([1..100000].('abcdefgh'))")]
    [InlineData("$replace($pad('', 1000, 'a'), 'a', $pad('', 1000, 'b'))")]
    [InlineData("$formatInteger(1e15, 'I')")]
    [InlineData("$string([1..100000])")]
    public void Strings_do_not_grow_without_bound(string expression) =>
        Stopped(expression, new JsonataLimits { StringLength = 100_000 });

    [Theory]
    [InlineData("($f := function($a){ $f($append($a, $a)) }; $f([1]))")]
    [InlineData("[1..1000].([1..1000])")]
    [InlineData("$reduce([1..100], function($a, $b){ $append($a, $a) }, [1])")]
    public void Sequences_do_not_grow_without_bound(string expression) =>
        Stopped(expression, new JsonataLimits { SequenceLength = 100_000 });

    [Fact]
    public void Memory_is_counted() =>
        Stopped("$count([1..1000000].{'a': $string($), 'b': [$, $]})", new JsonataLimits { AllocatedBytes = 10_000_000 });

    [Theory]
    [InlineData("$contains($pad('', 40, 'a') & '!', /^(a|aa)+$/)")]
    [InlineData("$contains($pad('', 100000, 'a'), /(a*)*b/)")]
    public void A_regular_expression_without_assertions_never_backtracks(string expression) =>
        // Backtracking would take longer than the age of the universe; going once over the text takes less than this on any
        // machine.
        Assert.Equal(
            "false",
            Evaluated.Json(
                expression,
                null,
                new JsonataOptions { Limits = new JsonataLimits { RegexTime = TimeSpan.FromMinutes(5) } }
            )
        );

    [Fact]
    public void A_regular_expression_that_backtracks_stops_at_its_time_limit() =>
        Stopped(
            @"$contains($pad('', 100, 'a') & '!', /^(?=(a+)+$)\1b/)",
            new JsonataLimits { RegexTime = TimeSpan.FromMilliseconds(50) }
        );

    [Fact]
    public void The_caller_can_cancel()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(20), clock);
        var expression = JsonataExpression.Compile(Endless, new JsonataOptions { TimeProvider = clock });
        Assert.ThrowsAny<OperationCanceledException>(() => expression.Evaluate(JsonataValue.Undefined, null, cancellation.Token));
    }

    [Fact]
    public void An_expression_can_be_evaluated_again_after_it_was_stopped()
    {
        var expression = JsonataExpression.Compile(
            "($f := function($n){ $n = 0 ? 'done' : [$f($n - 1)][0] }; $f(n))",
            new JsonataOptions { Limits = new JsonataLimits { Depth = 200 } }
        );
        Assert.Throws<JsonataException>(() => Evaluated.Value(expression, """{"n":1000}"""));
        Assert.Equal("done", Evaluated.Value(expression, """{"n":3}""").GetString());
    }

    private static JsonataException Stopped(string expression, JsonataLimits limits)
    {
        var error = Evaluated.Error(expression, options: new JsonataOptions { Limits = limits });
        Assert.Equal("U1001", error.Code);
        return error;
    }
}
