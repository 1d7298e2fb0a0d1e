using System.Collections.Concurrent;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Stores.Caching;

/// <summary>
/// Values of one kind, kept for a bounded age. Only what exists is kept: a flow is live for its first caller after the
/// publish, and requests for what does not exist fill nothing.
/// </summary>
/// <param name="what">The kind, for the log.</param>
/// <param name="read">Reads a value; null when it does not exist.</param>
/// <param name="ages">How long values are used.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">Told of refreshes that fail.</param>
internal sealed class ReadCache<TKey, TValue>(
    string what, Func<TKey, CancellationToken, ValueTask<TValue?>> read, CacheAges ages, TimeProvider timeProvider, ILogger logger)
    where TKey : notnull
    where TValue : class
{
    /// <summary>The most values kept: far above what one function's callers ask for in five minutes.</summary>
    public const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    /// <summary>The value, from the cache while its age allows.</summary>
    public ValueTask<TValue?> FindAsync(TKey key, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(key, out var entry))
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
            // Behind the answer: the caller does not wait, and must not be able to cancel it.
            _ = RefreshAsync(key, entry, age);
        }

        return new ValueTask<TValue?>(entry.Value);
    }

    private async ValueTask<TValue?> ReadAsync(TKey key, CancellationToken cancellationToken)
    {
        var readAt = timeProvider.GetTimestamp();
        var value = await read(key, cancellationToken);
        if (value is null)
        {
            _entries.TryRemove(key, out _);
        }
        else if (ages.Max > TimeSpan.Zero)
        {
            if (_entries.Count >= MaxEntries)
            {
                _entries.Clear();
            }

            _entries[key] = new Entry(value, readAt);
        }

        return value;
    }

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

        public bool TryStartRefresh() => Interlocked.Exchange(ref _refreshing, 1) == 0;

        public void EndRefresh() => Volatile.Write(ref _refreshing, 0);
    }
}
