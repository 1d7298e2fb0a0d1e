using System.Collections.Concurrent;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Stores.Caching;

/// <summary>
/// Values of one kind, cached for a limited time. Only existing values are cached: a flow is live for the first caller after the
/// publish, and requests for missing values do not fill the cache.
/// </summary>
/// <param name="what">The kind, for the log.</param>
/// <param name="read">Reads a value; null when it does not exist.</param>
/// <param name="ages">How long values are used.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">Logs refreshes that fail.</param>
internal sealed class ReadCache<TKey, TValue>(
    string what,
    Func<TKey, CancellationToken, ValueTask<TValue?>> read,
    CacheAges ages,
    TimeProvider timeProvider,
    ILogger logger
)
    where TKey : notnull
    where TValue : class
{
    /// <summary>The maximum number of cached values: far more than one function's callers need in five minutes.</summary>
    public const int MaxEntries = 10_000;

    private const long Never = long.MinValue;

    // Reads take milliseconds; a store that takes longer than this is as good as down where there is a value to go on with.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    /// <summary>The value, from the cache while its age allows.</summary>
    public ValueTask<TValue?> FindAsync(TKey key, CancellationToken cancellationToken) =>
        FindAsync(key, static _ => true, cancellationToken);

    /// <summary>
    /// The value, from the cache while its age allows and it serves; else as the store has it now, whether that serves or not.
    /// </summary>
    public ValueTask<TValue?> FindAsync(TKey key, Func<TValue, bool> serves, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(key, out var entry) || !serves(entry.Value))
        {
            return ReadAsync(key, cancellationToken);
        }

        var age = timeProvider.GetElapsedTime(entry.ReadAt);
        if (age >= ages.Max)
        {
            return ReadAsync(key, cancellationToken);
        }

        if (age >= ages.Fresh && entry.TryStartRefresh())
        {
            // After the answer: the caller does not wait and must not be able to cancel it.
            _ = RefreshAsync(key, entry, age);
        }

        return new ValueTask<TValue?>(entry.Value);
    }

    /// <summary>
    /// The value as the store has it now. While the store fails, the one that was read last serves as long as its age allows; for
    /// as long as a value is fresh after a failure, the store is not even asked, so that an outage does not slow every call down.
    /// </summary>
    public async ValueTask<TValue?> FindCurrentAsync(TKey key, CancellationToken cancellationToken)
    {
        var kept = Kept(key);
        if (kept is { FailedAt: not Never } && timeProvider.GetElapsedTime(kept.FailedAt) < ages.Fresh)
        {
            return kept.Value;
        }

        using var patience = new CancellationTokenSource(kept is null ? Timeout.InfiniteTimeSpan : Patience, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ReadAsync(key, either.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && Kept(key) is { } last)
        {
            last.FailedAt = timeProvider.GetTimestamp();
            var (type, code, request) = FailureFacts.Of(exception);
            logger.RefreshFailed(what, Math.Round(timeProvider.GetElapsedTime(last.ReadAt).TotalSeconds, 1), type, code, request);
            return last.Value;
        }
    }

    /// <summary>The value as the store has it now.</summary>
    public async ValueTask<TValue?> ReadAsync(TKey key, CancellationToken cancellationToken)
    {
        var readAt = timeProvider.GetTimestamp();
        var value = await read(key, cancellationToken);
        if (value is null)
        {
            _entries.TryRemove(key, out _);
        }
        else if (ages.Max > TimeSpan.Zero)
        {
            // One that has not changed stays the object that it was, with what was read of its documents.
            value = _entries.TryGetValue(key, out var kept) && kept.Value.Equals(value) ? kept.Value : value;
            if (_entries.Count >= MaxEntries)
            {
                _entries.Clear();
            }

            _entries[key] = new Entry(value, readAt);
        }

        return value;
    }

    private Entry? Kept(TKey key) =>
        _entries.TryGetValue(key, out var entry) && timeProvider.GetElapsedTime(entry.ReadAt) < ages.Max ? entry : null;

    private async Task RefreshAsync(TKey key, Entry entry, TimeSpan age)
    {
        try
        {
            await ReadAsync(key, CancellationToken.None);
        }
        catch (Exception exception)
        {
            entry.EndRefresh();
            var (type, code, request) = FailureFacts.Of(exception);
            logger.RefreshFailed(what, Math.Round(age.TotalSeconds, 1), type, code, request);
        }
    }

    private sealed class Entry(TValue value, long readAt)
    {
        private int _refreshing;

        public TValue Value => value;

        public long ReadAt => readAt;

        /// <summary>When a read of the store failed last; <see cref="Never"/> when none did since this value was read.</summary>
        public long FailedAt { get; set; } = Never;

        public bool TryStartRefresh() => Interlocked.Exchange(ref _refreshing, 1) == 0;

        public void EndRefresh() => Volatile.Write(ref _refreshing, 0);
    }
}
