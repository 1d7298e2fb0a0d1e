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

    /// <summary>
    /// The share of <see cref="CallLimits.RatePerSecond"/> that may start in one <see cref="WindowMs"/>. A quarter lets small bursts
    /// pass without a wait, and no second has more than a quarter too many, however it lies over the windows.
    /// </summary>
    public int WindowQuota { get; } = Math.Max(1, (Limits.RatePerSecond ?? 0) / 4);

    /// <summary>The length of the windows that starts are counted in.</summary>
    public long WindowMs { get; } = Limits.RatePerSecond is { } rate ? ((1000L * Math.Max(1, rate / 4)) + rate - 1) / rate : 0;

    /// <summary>The scopes that a call through a connection counts in.</summary>
    public static IReadOnlyList<LimitScope> Of(ApiConnection connection) =>
        (connection.Limits, connection.TenantLimits) switch
        {
            (null, null) => [],
            ({ } own, null) => [Of(connection.Id, own)],
            (null, { } tenant) => [new(TenantName, tenant)],
            ({ } own, { } tenant) => [Of(connection.Id, own), new(TenantName, tenant)],
        };

    private static LimitScope Of(ConnectionId connection, CallLimits limits) => new(connection.Value, limits);
}
