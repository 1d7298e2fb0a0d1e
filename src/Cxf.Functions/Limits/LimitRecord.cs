using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Cxf.Functions.Limits;

/// <summary>
/// The record of a connection's or a tenant's calls, as it was read. All times are milliseconds since 1970. An attribute's
/// name contains the scope: a connection's ID, or <see cref="LimitScope.TenantName"/>.
/// </summary>
internal sealed class LimitRecord(IReadOnlyDictionary<string, AttributeValue> item)
{
    /// <summary>
    /// How much the clocks of two processes may differ. AWS keeps them within milliseconds (Amazon Time Sync Service). A lease
    /// counts for this much longer than it says, so a process with a slow clock is not counted out while it still calls.
    /// </summary>
    public const long ClockToleranceMs = 2000;

    /// <summary>The most that one update removes of a kind, so that its expressions stay within DynamoDB's 4 KB.</summary>
    public const int MaxRemoved = 20;

    /// <summary>The time to live: the attribute that DynamoDB removes idle records by.</summary>
    public const string ExpiresAt = "expiresAt";

    /// <summary>A record that does not exist yet.</summary>
    public static LimitRecord Missing { get; } = new(new Dictionary<string, AttributeValue>());

    /// <summary>The map of the leases of calls in flight, by ID: when each ends at the latest.</summary>
    public static string InFlight(LimitScope scope) => $"inFlight#{scope.Name}";

    /// <summary>The same of calls that wait for a lease.</summary>
    public static string Waiting(LimitScope scope) => $"waiting#{scope.Name}";

    /// <summary>The number of calls that start in a window, which is named by its begin.</summary>
    public static string Starts(LimitScope scope, long window) => Invariant($"starts#{scope.Name}#{window}");

    /// <summary>The number of calls of a connection in a window of its circuit breaker.</summary>
    public static string Calls(string connection, long window) => Invariant($"calls#{connection}#{window}");

    /// <summary>The number of those that failed.</summary>
    public static string Failed(string connection, long window) => Invariant($"failed#{connection}#{window}");

    /// <summary>When an open circuit breaker lets a call probe the third party.</summary>
    public static string OpenUntil(string connection) => $"openUntil#{connection}";

    /// <summary>When the call that probes ends at the latest.</summary>
    public static string ProbeUntil(string connection) => $"probeUntil#{connection}";

    /// <summary>Whether a map exists; a lease can only be added to one that does.</summary>
    public bool HasMap(string map) => item.ContainsKey(map);

    /// <summary>Whether a map contains a lease.</summary>
    public bool Has(string map, string lease) => item.TryGetValue(map, out var leases) && leases.M.ContainsKey(lease);

    /// <summary>The number of leases in a map, whether they are over or not.</summary>
    public int Count(string map) => item.TryGetValue(map, out var leases) ? leases.M.Count : 0;

    /// <summary>The leases of a map that are over by every clock: their calls ended without giving them back.</summary>
    public IEnumerable<string> Dead(string map, long now) =>
        Leases(map).Where(lease => IsOver(lease.Until, now)).Select(lease => lease.Id);

    /// <summary>The number of leases of a map that are not over.</summary>
    public int Live(string map, long now) => Leases(map).Count(lease => !IsOver(lease.Until, now));

    /// <summary>When the next lease of a map is over by every clock; null without leases.</summary>
    public long? NextEnd(string map) =>
        item.TryGetValue(map, out var leases) && leases.M.Count > 0
            ? Leases(map).Min(lease => lease.Until) + ClockToleranceMs
            : null;

    /// <summary>A number of the record, or null.</summary>
    public long? Number(string attribute) => item.TryGetValue(attribute, out var value) ? Parse(value) : null;

    /// <summary>
    /// The first time from <paramref name="now"/> at which every scope has room for a start. Counts never fall, so there is
    /// none before it.
    /// </summary>
    public long FirstStart(IReadOnlyList<LimitScope> scopes, long now)
    {
        var start = now;
        for (var index = 0; index < scopes.Count; index++)
        {
            var scope = scopes[index];
            if (scope.WindowMs > 0 && Number(Starts(scope, WindowAt(scope.WindowMs, start))) >= scope.WindowQuota)
            {
                start = WindowAt(scope.WindowMs, start) + scope.WindowMs;
                index = -1;
            }
        }

        return start;
    }

    /// <summary>
    /// Counters whose windows began before a time; not more than one update should remove.
    /// </summary>
    /// <param name="kinds">What they count.</param>
    /// <param name="name">The scope or connection; null for all.</param>
    /// <param name="time">The time.</param>
    public IEnumerable<string> OldCounters(string[] kinds, string? name, long time) =>
        item
            .Keys.Where(attribute =>
                attribute.Split('#') is [var kind, var scope, var window]
                && (name is null || scope == name)
                && kinds.Contains(kind)
                && long.TryParse(window, NumberStyles.None, CultureInfo.InvariantCulture, out var begin)
                && begin < time
            )
            .Take(MaxRemoved);

    /// <summary>
    /// The leases of all maps but some that are over by every clock, each with its map; not more than one update should remove.
    /// </summary>
    public IEnumerable<(string Map, string Lease)> DeadOfOthers(IEnumerable<string> maps, long now) =>
        item.Where(attribute => attribute.Value.M is { Count: > 0 })
            .Select(attribute => attribute.Key)
            .Except(maps)
            .SelectMany(map => Dead(map, now).Select(lease => (map, lease)))
            .Take(MaxRemoved);

    /// <summary>The begin of the window that contains a time.</summary>
    public static long WindowAt(long windowMs, long time) => time - (time % windowMs);

    /// <summary>Whether a lease is over by every clock.</summary>
    public static bool IsOver(long until, long now) => until + ClockToleranceMs < now;

    private IEnumerable<(string Id, long Until)> Leases(string map) =>
        item.TryGetValue(map, out var leases) ? leases.M.Select(lease => (lease.Key, Parse(lease.Value))) : [];

    private static long Parse(AttributeValue value) => long.Parse(value.N, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
