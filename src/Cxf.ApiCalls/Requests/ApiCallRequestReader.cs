using System.Globalization;
using System.Text.Json;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Paging;
using Cxf.Documents;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Requests;

/// <summary>
/// Reads what CallApi is asked:
/// <c>{tenantId, generation, connectionId, request: {method, path, pathValues, query, headers, body, paging}, select, ignoreBody,
/// fallback, timeoutMs, deadline, idempotencyKey}</c>.
/// <c>deadline</c> is an ISO 8601 instant or milliseconds since 1970. Unknown members are let through, so that an older function
/// understands the event of a newer compiler.
/// </summary>
public static class ApiCallRequestReader
{
    /// <summary>Reads a request; the bytes must not change while the result is in use.</summary>
    public static ReadResult<ApiCallRequest> Read(ReadOnlyMemory<byte> utf8)
    {
        var reader = new JsonDocumentReader(JsonSource.Parse(utf8), RequestCodes.Shape, refuseDuplicates: false);
        var root = reader.Root;
        if (!root.IsObject())
        {
            return new ReadResult<ApiCallRequest>(null, reader.Diagnostics);
        }

        var tenant = ReadId<TenantId>(root, "tenantId", TenantId.TryParse);
        var connection = ReadId<ConnectionId>(root, "connectionId", ConnectionId.TryParse);
        var call = root.RequiredMember("request", "Add \"request\": the method, path and what is sent.");
        var read = new ApiCallRequest
        {
            Tenant = tenant,
            Generation = root.Member("generation")?.AsInteger(0, int.MaxValue) ?? 0,
            Connection = connection,
            Method = ReadMethod(call),
            Path = call?.Member("path")?.AsText(allowEmpty: true) ?? "",
            PathValues = call?.Member("pathValues") is { } values ? ReadPathValues(values) : null,
            Query = ParameterReader.Read(call?.Member("query")),
            Headers = ParameterReader.Read(call?.Member("headers")),
            Body = call?.Member("body")?.Element,
            Paging = PagingReader.Read(call?.Member("paging")),
            Select = root.Member("select")?.AsText(),
            IgnoreBody = root.Member("ignoreBody")?.AsFlag() ?? false,
            Fallback = ReadFallback(root.Member("fallback")),
            Timeout = root.Member("timeoutMs")?.AsInteger(1, ConnectionTimeouts.MaxMs) is { } ms
                ? TimeSpan.FromMilliseconds(ms)
                : null,
            Deadline = ReadDeadline(root.Member("deadline")),
            IdempotencyKey = root.Member("idempotencyKey")?.AsText(HeaderRules.MaxValueLength),
        };
        RefuseMalformedPointers(call?.Member("paging"));
        if (read is { Paging: not null, Method: not "GET" })
        {
            call!
                .Member("paging")!
                .Report(RequestCodes.PagingNeedsGet, "Only GET can read several pages.", "Remove \"paging\" or use GET.");
        }

        if (read is { Fallback: not null, Method: not "GET" })
        {
            root.Member("fallback")!
                .Report(RequestCodes.FallbackNeedsGet, "Only a GET can have a fallback.", "Remove \"fallback\" or use GET.");
        }

        return new ReadResult<ApiCallRequest>(reader.HasErrors ? null : read, reader.Diagnostics);
    }

    private static FallbackRequest? ReadFallback(JsonCursor? fallback) =>
        fallback is not null
        && fallback.IsObject()
        && fallback
            .RequiredMember("maxAgeSeconds", "Add \"maxAgeSeconds\": how old the answer can be.")
            ?.AsInteger(1, (int)FallbackRequest.MaxMaxAge.TotalSeconds)
            is { } seconds
            ? new FallbackRequest(
                TimeSpan.FromSeconds(seconds),
                fallback.Member("sensitive") is { } names && names.IsArray()
                    ? [.. names.Items().Select(name => name.AsText()).OfType<string>()]
                    : []
            )
            : null;

    private delegate bool TryParse<T>(string? text, out T value);

    private static T ReadId<T>(JsonCursor root, string name, TryParse<T> parse)
        where T : struct
    {
        var member = root.RequiredMember(name, $"Add \"{name}\": {IdentifierRule.Description}.");
        if (member?.AsText() is { } text && !parse(text, out var id))
        {
            member.Report(
                RequestCodes.IdentifierInvalid,
                $"The id must be {IdentifierRule.Description}.",
                "Use the id that it was created with."
            );
        }
        else
        {
            parse(member?.Kind == JsonValueKind.String ? member.Element.GetString() : null, out id);
        }

        return id;
    }

    private static string ReadMethod(JsonCursor? call) =>
        call is not null && call.IsObject()
            ? call.RequiredMember("method", "Add \"method\", e.g. GET.")?.AsText(maxLength: 20) ?? ""
            : "";

    private static Dictionary<string, string> ReadPathValues(JsonCursor cursor)
    {
        foreach (var list in cursor.IsObject() ? cursor.Members().Where(value => value.Kind == JsonValueKind.Array) : [])
        {
            list.Report(
                RequestCodes.Shape.WrongType,
                "A part of a path has one value, not a list.",
                "Choose one value, or join the list with $join."
            );
        }

        return ParameterReader.Read(cursor).DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    // A pointer that leads nowhere would make the first page look like the only one.
    private static void RefuseMalformedPointers(JsonCursor? paging)
    {
        foreach (var pointer in paging is null ? [] : PagingReader.MalformedPointers(paging))
        {
            pointer.Report(RequestCodes.PagingPointer, PagingReader.PointerProblem, PagingReader.PointerFix(pointer));
        }
    }

    private static DateTimeOffset? ReadDeadline(JsonCursor? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        if (
            cursor.Kind == JsonValueKind.Number
            && cursor.Element.TryGetDouble(out var ms)
            && ms is >= 0 and < 253_402_300_800_000
        )
        {
            return DateTimeOffset.FromUnixTimeMilliseconds((long)ms);
        }

        if (
            cursor.Kind == JsonValueKind.String
            && DateTimeOffset.TryParse(
                cursor.Element.GetString(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant
            )
        )
        {
            return instant;
        }

        cursor.Report(
            RequestCodes.DeadlineInvalid,
            "The deadline is not a time.",
            "Use ISO 8601 such as 2026-01-31T12:00:00.000Z, or milliseconds since 1970."
        );
        return null;
    }
}
