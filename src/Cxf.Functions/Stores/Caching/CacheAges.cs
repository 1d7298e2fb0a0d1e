namespace Cxf.Functions.Stores.Caching;

/// <summary>How long a function uses cached values.</summary>
/// <param name="Fresh">Up to this age a value is used as it is.</param>
/// <param name="Max">
/// Up to this age, the value is used while it is read again after the answer, so a shorter outage of the table fails no call. An
/// older value is read again first. Zero: nothing is cached.
/// </param>
public readonly record struct CacheAges(TimeSpan Fresh, TimeSpan Max)
{
    /// <summary>A change is seen by a busy function within ten seconds, by an idle one at the latest after five minutes.</summary>
    public static CacheAges Default { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5));

    /// <summary>Every read goes to the store.</summary>
    public static CacheAges None { get; }
}
