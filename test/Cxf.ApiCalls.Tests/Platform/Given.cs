using System.Text.Json;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Tests.Platform;

/// <summary>The caller, connections and requests that tests start from.</summary>
internal static class Given
{
    public static readonly TenantId Tenant = TenantId.Parse("acme");

    public static readonly ConnectionId Connection = ConnectionId.Parse("crm");

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A developer's machine: loopback is open, certificates of <see cref="TestCertificates"/> are trusted.</summary>
    public static ApiCallerOptions Options =>
        new()
        {
            Stage = StageName.Parse("test"),
            Secrets = new FixedSecrets(null),
            Policy = new OutboundPolicy { AllowLoopback = true, TrustedRoots = [TestCertificates.Root] },
        };

    public static ApiConnection ConnectionTo(Uri baseUrl) =>
        new()
        {
            Tenant = Tenant,
            Id = Connection,
            BaseUrl = baseUrl,
        };

    public static ApiCallRequest Get(string path) =>
        new()
        {
            Tenant = Tenant,
            Connection = Connection,
            Method = "GET",
            Path = path,
        };

    public static ApiCallRequest Post(string path, string json) =>
        Get(path) with
        {
            Method = "POST",
            Body = JsonElement.Parse(json),
        };

    /// <summary>One call through a caller of its own.</summary>
    public static Task<ApiCallOutcome> CallAsync(Uri baseUrl, ApiCallRequest request, ApiCallerOptions? options = null) =>
        CallAsync(ConnectionTo(baseUrl), request, options);

    /// <summary>One call through a caller of its own.</summary>
    public static async Task<ApiCallOutcome> CallAsync(
        ApiConnection connection,
        ApiCallRequest request,
        ApiCallerOptions? options = null
    )
    {
        using var caller = new ApiCaller(options ?? Options);
        return await caller.CallAsync(connection, request, Cancellation);
    }
}
