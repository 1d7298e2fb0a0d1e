using Cxf.ApiCalls.Connections;
using Cxf.Documents.Identifiers;

namespace Cxf.Functions.Limits;

/// <summary>What a limit counts: the calls of one connection, or those of a whole tenant.</summary>
/// <param name="Name">The connection's ID, or <see cref="TenantName"/>.</param>
/// <param name="Limits">The limits.</param>
internal sealed record LimitScope(string Name, CallLimits Limits)
{
    /// <summary>The scope of a tenant. No connection has such an ID.</summary>
    public const string TenantName = "*";

    private readonly int _quota = Limits.RatePerSecond is { } rate ? QuotaOf(rate) : 0;

    /// <summary>
    /// How many calls may start in one <see cref="WindowMs"/>: about a quarter of <see cref="CallLimits.RatePerSecond"/> lets
    /// small bursts pass without a wait. No second has more starts than the rate and one quota, however it lies over the
    /// windows.
    /// </summary>
    public int WindowQuota => _quota;

    /// <summary>The length of the windows that starts are counted in; 0 without a rate.</summary>
    public long WindowMs => _quota == 0 ? 0 : Ceiling(1000, Limits.RatePerSecond!.Value / _quota);

    /// <summary>The scopes that a call through a connection counts in.</summary>
    public static IReadOnlyList<LimitScope> Of(ApiConnection connection) =>
        (connection.Limits, connection.TenantLimits) switch
        {
            (null, null) => [],
            ({ } own, null) => [Of(connection.Id, own)],
            (null, { } tenant) => [new(TenantName, tenant)],
            ({ } own, { } tenant) => [Of(connection.Id, own), new(TenantName, tenant)],
        };

    // The quota that loses least of the rate where windows do not divide the second evenly; of several, the largest.
    private static int QuotaOf(int rate) =>
        Enumerable
            .Range(Math.Max(1, rate / 8), Math.Max(1, rate / 4) - Math.Max(1, rate / 8) + 1)
            .MaxBy(quota => (quota * (rate / quota), quota));

    private static long Ceiling(long number, long divisor) => (number + divisor - 1) / divisor;

    private static LimitScope Of(ConnectionId connection, CallLimits limits) => new(connection.Value, limits);
}
