using System.Text.Json;
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
            if (CheckName(member, member.Name) && member.AsText() is { } value)
            {
                headers[member.Name] = value;
                CheckValue(member, value);
            }
        }

        return headers;
    }

    public static string? ReadName(JsonCursor? cursor) => cursor?.AsText() is { } name && CheckName(cursor, name) ? name : null;

    /// <summary>Reports the headers of a connection that its AWS signature sets.</summary>
    public static void RefuseSigned(JsonCursor root)
    {
        foreach (var member in root.Member("headers")?.Members() ?? [])
        {
            if (HeaderRules.ProblemOfSignedName(member.Name) is { } problem)
            {
                root.Reader.ReportName(member.Pointer, ConnectionCodes.HeaderSigned, problem.Message, problem.Fix);
            }
        }

        if (
            root.Member("idempotencyHeader") is { Kind: JsonValueKind.String } name
            && HeaderRules.ProblemOfSignedName(name.Element.GetString()!) is { } ofName
        )
        {
            name.Report(ConnectionCodes.HeaderSigned, ofName.Message, ofName.Fix);
        }
    }

    private static bool CheckName(JsonCursor cursor, string name)
    {
        if (HeaderRules.ProblemOfName(name) is not { } problem)
        {
            return true;
        }

        cursor.Reader.ReportName(cursor.Pointer, ConnectionCodes.HeaderRefused, problem.Message, problem.Fix);
        return false;
    }

    private static void CheckValue(JsonCursor member, string value)
    {
        if (HeaderRules.ProblemOfValue(member.Name, value) is { } problem)
        {
            member.Report(ConnectionCodes.HeaderRefused, problem.Message, problem.Fix);
        }
        else if (SecretMarks.Any(mark => member.Name.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            member.Report(
                ConnectionCodes.SecretInHeader,
                "A header with this name usually contains a secret, but this document is not secret.",
                "Keep the value in the connection's secret and use auth kind apiKeyHeader.",
                DiagnosticSeverity.Warning
            );
        }
    }
}
