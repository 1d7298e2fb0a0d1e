using System.Text.Json;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Identifiers;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Requests;

namespace Cxf.ApiCalls.Tests.Platform;

/// <summary>The caller, connections and requests that tests start from.</summary>
internal static class Given
{
    public static readonly TenantId Tenant = TenantId.Parse("acme");

    public static readonly ConnectionId Connection = ConnectionId.Parse("crm");

    public static ApiCallerOptions LocalOptions => new()
    {
        Stage = StageName.Parse("test"),
        Secrets = new FixedSecrets(null),
        Policy = new OutboundPolicy { AllowLoopback = true },
    };

    public static ApiConnection ConnectTo(Uri baseUrl) => new() { Tenant = Tenant, Id = Connection, BaseUrl = baseUrl };

    public static ApiCallRequest Get(string path) => new() { Tenant = Tenant, Connection = Connection, Method = "GET", Path = path };

    public static ApiCallRequest Post(string path, string json) =>
        Get(path) with { Method = "POST", Body = JsonElement.Parse(json) };
}
