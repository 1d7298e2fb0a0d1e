using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Caching;

/// <summary>
/// A value of limited age that many callers share and one of them fetches. If a caller cancels, the fetch continues for the
/// others. If a fetch fails, the next caller fetches again.
/// </summary>
internal sealed class SharedValue<T>(
    Func<CancellationToken, Task<Result<Timed<T>>>> fetch,
    TimeSpan fetchLimit,
    FailureReason onLimit,
    TimeProvider timeProvider
)
    where T : class
{
    private readonly Lock _gate = new();
    private Timed<T>? _current;
    private Task<Result<T>>? _fetching;

    /// <summary>The value that callers would get if it could not be fetched now, or null.</summary>
    public T? Usable =>
        Volatile.Read(ref _current) is { } current && timeProvider.GetUtcNow() < current.ExpiresAt ? current.Value : null;

    /// <summary>The current value, or a fetched one.</summary>
    public ValueTask<Result<T>> GetAsync(CancellationToken cancellationToken)
    {
        var current = Volatile.Read(ref _current);
        return current is not null && timeProvider.GetUtcNow() < current.RefreshAt
            ? ValueTask.FromResult<Result<T>>(current.Value)
            : new ValueTask<Result<T>>(JoinFetch().WaitAsync(cancellationToken));
    }

    /// <summary>A value other than the given one, which turned out to be unusable; concurrent callers share one fetch.</summary>
    public ValueTask<Result<T>> RenewAsync(T refused, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_current is not null && ReferenceEquals(_current.Value, refused))
            {
                _current = null;
            }
        }

        return GetAsync(cancellationToken);
    }

    private Task<Result<T>> JoinFetch()
    {
        lock (_gate)
        {
            return _fetching is null || _fetching.IsCompleted ? _fetching = FetchAsync() : _fetching;
        }
    }

    private async Task<Result<T>> FetchAsync()
    {
        // Leaves the caller's stack, so that the fetch never runs inside the lock.
        await Task.Yield();
        var fetched = await FetchWithinLimitAsync();
        lock (_gate)
        {
            if (fetched.Succeeded)
            {
                _current = fetched.Value;
                return fetched.Value.Value;
            }

            return _current is { } old && timeProvider.GetUtcNow() < old.ExpiresAt ? old.Value : fetched.Failure;
        }
    }

    private async Task<Result<Timed<T>>> FetchWithinLimitAsync()
    {
        using var limit = new CancellationTokenSource(fetchLimit, timeProvider);
        try
        {
            return await fetch(limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return onLimit;
        }
    }
}

/// <summary>A value and how long it may be used.</summary>
/// <param name="Value">The value.</param>
/// <param name="RefreshAt">From when on a new one is fetched, and this one only used if that fails.</param>
/// <param name="ExpiresAt">From when on it is not used at all.</param>
internal sealed record Timed<T>(T Value, DateTimeOffset RefreshAt, DateTimeOffset ExpiresAt);
