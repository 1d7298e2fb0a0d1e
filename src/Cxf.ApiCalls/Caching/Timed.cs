namespace Cxf.ApiCalls.Caching;

/// <summary>A value and how long it may be used.</summary>
/// <param name="Value">The value.</param>
/// <param name="RefreshAt">From when on a new one is fetched, and this one only used if that fails.</param>
/// <param name="ExpiresAt">From when on it is not used at all.</param>
internal sealed record Timed<T>(T Value, DateTimeOffset RefreshAt, DateTimeOffset ExpiresAt);
