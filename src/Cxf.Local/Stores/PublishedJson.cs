using System.Globalization;
using System.Text.Json.Nodes;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Local.Stores;

/// <summary>Versions and live flows, as the files of a folder contain them.</summary>
internal static class PublishedJson
{
    public static FlowVersion ReadVersion(FlowId flow, int version, JsonNode json) =>
        new()
        {
            Flow = flow,
            Version = version,
            Document = Text(json, "document"),
            ContentHash = Text(json, "contentHash"),
            CreatedAt = DateTimeOffset.Parse(Text(json, "createdAt"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            Type = Enum.Parse<StateMachineType>(Text(json, "type")),
            InputContract = Text(json, "inputContract"),
            ContactFields = ContactFields(json),
            Generation = json["generation"]?.GetValue<int>() ?? 0,
            ClaimsRuns = json["claimsRuns"]!.GetValue<bool>(),
            TimeoutSeconds = json["timeoutSeconds"]!.GetValue<int>(),
            WorstCase = json["worstCaseMs"] is { } ms ? TimeSpan.FromMilliseconds(ms.GetValue<long>()) : null,
            MachineVersionArn = json["machineVersionArn"]?.GetValue<string>(),
            Allowed = json["allowed"] is JsonArray codes ? [.. codes.Select(code => code!.GetValue<string>())] : [],
        };

    public static JsonObject Write(FlowVersion version) =>
        new()
        {
            ["document"] = version.Document,
            ["contentHash"] = version.ContentHash,
            ["createdAt"] = version.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
            ["type"] = version.Type.ToString(),
            ["inputContract"] = version.InputContract,
            ["contactFields"] = ContactFields(version.ContactFields),
            ["generation"] = version.Generation,
            ["claimsRuns"] = version.ClaimsRuns,
            ["timeoutSeconds"] = version.TimeoutSeconds,
            ["worstCaseMs"] = version.WorstCase is { } longest ? (long)Math.Ceiling(longest.TotalMilliseconds) : null,
            ["machineVersionArn"] = version.MachineVersionArn,
            ["allowed"] =
                version.Allowed.Count > 0 ? new JsonArray([.. version.Allowed.Select(code => JsonValue.Create(code))]) : null,
        };

    public static LiveFlow ReadLive(FlowId flow, JsonNode json) =>
        new(
            flow,
            json["version"]!.GetValue<int>(),
            Text(json, "contentHash"),
            Text(json, "aliasArn"),
            Enum.Parse<StateMachineType>(Text(json, "type")),
            new PayloadContract(Text(json, "inputContract")),
            ContactFields(json)
        )
        {
            Generation = json["generation"]?.GetValue<int>() ?? 0,
            ClaimsRuns = json["claimsRuns"]!.GetValue<bool>(),
            TimeoutSeconds = json["timeoutSeconds"]!.GetValue<int>(),
            WorstCase = json["worstCaseMs"] is { } ms ? TimeSpan.FromMilliseconds(ms.GetValue<long>()) : null,
            ClaimedBefore = json["claimedBefore"]?.GetValue<bool>() ?? false,
            Revision = json["revision"]!.GetValue<int>(),
            Routes =
            [
                .. json["routes"]!
                    .AsArray()
                    .Select(route => new LiveRoute(
                        route!["version"]!.GetValue<int>(),
                        Text(route, "machineVersionArn"),
                        route["weight"]!.GetValue<int>()
                    )),
            ],
        };

    public static JsonObject Write(LiveFlow live) =>
        new()
        {
            ["revision"] = live.Revision,
            ["version"] = live.Version,
            ["contentHash"] = live.ContentHash,
            ["aliasArn"] = live.AliasArn,
            ["type"] = live.Type.ToString(),
            ["inputContract"] = live.InputContract.Text,
            ["contactFields"] = ContactFields(live.ContactFields),
            ["generation"] = live.Generation,
            ["claimsRuns"] = live.ClaimsRuns,
            ["timeoutSeconds"] = live.TimeoutSeconds,
            ["worstCaseMs"] = live.WorstCase is { } longest ? (long)Math.Ceiling(longest.TotalMilliseconds) : null,
            ["claimedBefore"] = live.ClaimedBefore,
            ["routes"] = new JsonArray([
                .. live.Routes.Select(route => new JsonObject
                {
                    ["version"] = route.Version,
                    ["machineVersionArn"] = route.MachineVersionArn,
                    ["weight"] = route.Weight,
                }),
            ]),
        };

    private static ContactField[] ContactFields(JsonNode json) =>
        [.. json["contactFields"]!.AsArray().Select(field => Enum.Parse<ContactField>(field!.GetValue<string>()))];

    private static JsonArray ContactFields(IEnumerable<ContactField> fields) =>
        new([.. fields.Select(field => JsonValue.Create(field.ToString()))]);

    private static string Text(JsonNode json, string name) => json[name]!.GetValue<string>();
}
