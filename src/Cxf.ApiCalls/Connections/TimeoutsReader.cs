using Cxf.Documents;

namespace Cxf.ApiCalls.Connections;

/// <summary>Reads the limits of time of a connection document.</summary>
internal static class TimeoutsReader
{
    public static ConnectionTimeouts Read(JsonCursor? cursor)
    {
        var defaults = ConnectionTimeouts.Default;
        if (cursor is null || !cursor.IsObject())
        {
            return defaults;
        }

        cursor.RefuseUnknown("connectMs", "firstByteMs", "totalMs");
        var timeouts = new ConnectionTimeouts(
            Limit(cursor, "connectMs") ?? defaults.Connect,
            Limit(cursor, "firstByteMs"),
            Limit(cursor, "totalMs") ?? defaults.Total
        );
        if (cursor.Member("firstByteMs") is { } firstByte && timeouts.FirstByte >= timeouts.Total)
        {
            firstByte.Report(
                ConnectionCodes.LimitPointless,
                "The limit for the first byte must be lower than the limit for the whole call.",
                "Lower firstByteMs or remove it.",
                DiagnosticSeverity.Warning
            );
        }

        return timeouts;
    }

    private static TimeSpan? Limit(JsonCursor cursor, string name) =>
        cursor.Member(name)?.AsInteger(ConnectionTimeouts.MinMs, ConnectionTimeouts.MaxMs) is { } ms
            ? TimeSpan.FromMilliseconds(ms)
            : null;
}
