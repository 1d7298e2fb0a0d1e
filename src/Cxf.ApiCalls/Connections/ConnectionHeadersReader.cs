using Cxf.ApiCalls.Requests;
using Cxf.Documents;

namespace Cxf.ApiCalls.Connections;

/// <summary>Reads the default headers of a connection document, and names of headers.</summary>
internal static class ConnectionHeadersReader
{
    private static readonly string[] SecretMarks = ["token", "secret", "password", "api-key", "apikey", "auth"];

    public static Dictionary<string, string> Read(JsonCursor? cursor)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (cursor is null || !cursor.IsObject())
        {
            return headers;
        }

        foreach (var member in cursor.Members())
        {
            if (CheckName(member, member.Name) && member.AsText(HeaderRules.MaxValueLength) is { } value)
            {
                headers[member.Name] = value;
                CheckValue(member, value);
            }
        }

        return headers;
    }

    public static string? ReadName(JsonCursor? cursor) =>
        cursor?.AsText() is { } name && CheckName(cursor, name) ? name : null;

    private static bool CheckName(JsonCursor cursor, string name)
    {
        if (HeaderRules.IsName(name) && !HeaderRules.IsReserved(name))
        {
            return true;
        }

        cursor.Reader.ReportName(cursor.Pointer, ConnectionCodes.HeaderRefused,
            HeaderRules.IsName(name) ? $"The header {name} is not for a connection to set." : "The text is not a header name.",
            "Remove it: framing, routing and credentials are set by the call itself.");
        return false;
    }

    private static void CheckValue(JsonCursor member, string value)
    {
        if (!HeaderRules.IsValue(value))
        {
            member.Report(ConnectionCodes.HeaderRefused, "A header's value is visible ASCII in one line.", "Remove the other characters.");
        }
        else if (SecretMarks.Any(mark => member.Name.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            member.Report(ConnectionCodes.SecretInHeader, "A header of this name usually carries a secret, and this document is not kept as one.",
                "Keep the value in the connection's secret and use auth kind apiKeyHeader.", DiagnosticSeverity.Warning);
        }
    }
}
