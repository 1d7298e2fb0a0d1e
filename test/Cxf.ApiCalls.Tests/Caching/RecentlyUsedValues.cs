using Cxf.ApiCalls.Caching;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.ApiCalls.Tests.Caching;

public sealed class RecentlyUsedValues
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    private readonly FakeTimeProvider _clock = new();
    private readonly RecentlyUsed<string, object> _values;

    public RecentlyUsedValues() => _values = new(3, Idle, _clock);

    [Fact]
    public void A_key_keeps_its_value() => Assert.Same(Get("a"), Get("a"));

    [Fact]
    public void The_number_of_cached_values_is_limited()
    {
        for (var number = 0; number < 1_000; number++)
        {
            Get($"key-{number}");
        }

        Assert.Equal(3, _values.Count);
    }

    [Fact]
    public void The_value_that_was_used_least_recently_goes_first()
    {
        var (a, b, c) = (Get("a"), Get("b"), Get("c"));
        Assert.Same(a, Get("a"));
        Get("d");
        Assert.Same(a, Get("a"));
        Assert.Same(c, Get("c"));
        Assert.NotSame(b, Get("b"));
    }

    [Fact]
    public void Unused_values_are_removed_with_the_next_new_value()
    {
        Get("a");
        var b = Get("b");
        _clock.Advance(Idle / 2);
        Get("b");
        _clock.Advance(Idle / 2);
        Get("c");
        Assert.Equal(2, _values.Count);
        Assert.Same(b, Get("b"));
    }

    private object Get(string key) => _values.GetOrAdd(key, static _ => new object(), 0);
}
