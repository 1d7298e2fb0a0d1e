namespace Cxf.Functions.Stores.Caching;

/// <summary>How long a function goes by what it has read.</summary>
/// <param name="Fresh">Up to this age a value is used as it is.</param>
/// <param name="Max">
/// Up to this age it is used while it is read again behind the answer, so an outage of the table within it fails no call;
/// an older one is read again first. Zero: nothing is kept.
/// </param>
public readonly record struct CacheAges(TimeSpan Fresh, TimeSpan Max)
{
    /// <summary>A change is seen by a busy function within ten seconds, by an idle one at the latest after five minutes.</summary>
    public static CacheAges Default { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5));

    /// <summary>Every read goes to the store.</summary>
    public static CacheAges None { get; }
}
