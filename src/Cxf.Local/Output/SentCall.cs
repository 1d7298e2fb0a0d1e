using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.FlowTests;

namespace Cxf.Local.Output;

/// <summary>What a task sent to a third party, or to another flow.</summary>
/// <param name="Method">The method; <c>run</c> for another flow.</param>
/// <param name="Url">The address without the query; the name of the state machine for another flow.</param>
/// <param name="Query">The names and values of the query.</param>
/// <param name="Body">The body, or the other flow's input, as JSON; null without one.</param>
/// <param name="Headers">The step's own headers, as JSON; null without any. What the connection adds is not known here.</param>
internal sealed record SentCall(
    string Method,
    string Url,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    string? Body,
    string? Headers
)
{
    /// <summary>Reads the arguments of a scheduled task; null for a task of another kind.</summary>
    /// <param name="arguments">The arguments, as JSON.</param>
    /// <param name="baseUrl">The base URL of a tenant's connection; null if it is not known.</param>
    public static SentCall? Read(string arguments, Func<string, string, string?> baseUrl)
    {
        var json = JsonElement.Parse(arguments);
        if (json.Member("Payload") is { } payload && payload.Member("request") is { } request)
        {
            var connection = Text(payload, "connectionId");
            var address = baseUrl(Text(payload, "tenantId"), connection) ?? $"{connection}:";
            return new SentCall(
                Text(request, "method"),
                address.TrimEnd('/') + FilledPath.Of(request),
                [.. QueryOf(request.Member("query"))],
                request.Member("body")?.GetRawText(),
                request.Member("headers") is { ValueKind: JsonValueKind.Object } headers && headers.EnumerateObject().Any()
                    ? headers.GetRawText()
                    : null
            );
        }

        return json.Member("StateMachineArn") is { ValueKind: JsonValueKind.String } machine
            ? new SentCall(
                "run",
                machine.GetString()!.Split(':').ElementAtOrDefault(6) ?? "",
                [],
                json.Member("Input") switch
                {
                    { ValueKind: JsonValueKind.String } text => text.GetString(),
                    { } input => input.GetRawText(),
                    null => null,
                },
                null
            )
            : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> QueryOf(JsonElement? query) =>
        from member in query is { ValueKind: JsonValueKind.Object } members ? members.EnumerateObject().ToList() : []
        from value in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToList() : [member.Value]
        where value.ValueKind != JsonValueKind.Null
        select KeyValuePair.Create(member.Name, value.AsText());

    private static string Text(JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
}
