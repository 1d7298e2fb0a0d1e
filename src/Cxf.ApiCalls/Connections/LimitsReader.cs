using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ApiCalls.Connections;

/// <summary>Reads the limits of calls and the circuit breaker of a document.</summary>
public static class LimitsReader
{
    private const string MaxConcurrent = "maxConcurrent";
    private const string RatePerSecond = "ratePerSecond";

    /// <summary>The limits; null without the member.</summary>
    public static CallLimits? Read(JsonCursor? cursor)
    {
        if (cursor is null || !cursor.IsObject())
        {
            return null;
        }

        cursor.RefuseUnknown(MaxConcurrent, RatePerSecond);
        var limits = new CallLimits(
            cursor.Member(MaxConcurrent)?.AsInteger(1, CallLimits.HighestMaxConcurrent),
            cursor.Member(RatePerSecond)?.AsInteger(1, CallLimits.HighestRatePerSecond)
        );
        if (!cursor.Members().Any())
        {
            cursor.Report(
                ConnectionCodes.LimitWithoutEffect,
                $"\"{cursor.Name}\" sets no limit.",
                $"Add \"{MaxConcurrent}\" or \"{RatePerSecond}\", or remove \"{cursor.Name}\".",
                DiagnosticSeverity.Warning
            );
        }

        return limits is { MaxConcurrent: null, RatePerSecond: null } ? null : limits;
    }

    /// <summary>Reports limits of a connection that its tenant's limits make useless.</summary>
    internal static void CompareWithTenant(JsonCursor? own, JsonCursor? tenant)
    {
        if (own is not { Kind: JsonValueKind.Object } || tenant is not { Kind: JsonValueKind.Object })
        {
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)[MaxConcurrent, RatePerSecond])
        {
            if (
                own.Member(name) is { } limit
                && Number(limit) is { } number
                && tenant.Member(name) is { } other
                && Number(other) is { } tenants
                && number > tenants
            )
            {
                limit.Report(
                    ConnectionCodes.LimitWithoutEffect,
                    $"The limit has no effect, because all connections of the tenant together may reach {tenants}.",
                    $"Lower it to less than {tenants}, or remove it.",
                    DiagnosticSeverity.Warning
                );
            }
        }
    }

    /// <summary>The circuit breaker; null without the member.</summary>
    internal static CircuitBreaker? ReadBreaker(JsonCursor? cursor)
    {
        if (cursor is null || !cursor.IsObject())
        {
            return null;
        }

        cursor.RefuseUnknown("failurePercent", "minCalls", "windowSeconds", "openSeconds");
        var defaults = CircuitBreaker.Default;
        return new CircuitBreaker(
            cursor.Member("failurePercent")?.AsInteger(1, 100) ?? defaults.FailurePercent,
            cursor.Member("minCalls")?.AsInteger(1, CircuitBreaker.HighestMinCalls) ?? defaults.MinCalls,
            Seconds(cursor.Member("windowSeconds")) ?? defaults.Window,
            Seconds(cursor.Member("openSeconds")) ?? defaults.Open
        );
    }

    private static TimeSpan? Seconds(JsonCursor? cursor) =>
        cursor?.AsInteger(1, CircuitBreaker.MaxSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static double? Number(JsonCursor cursor) =>
        cursor.Kind == JsonValueKind.Number && cursor.Element.TryGetDouble(out var number) ? number : null;
}
