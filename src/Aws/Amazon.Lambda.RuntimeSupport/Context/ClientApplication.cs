using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>The mobile app in a client context.</summary>
internal sealed class ClientApplication : IClientApplication
{
    public required string? AppPackageName { get; init; }

    public required string? AppTitle { get; init; }

    public required string? AppVersionCode { get; init; }

    public required string? AppVersionName { get; init; }

    public required string? InstallationId { get; init; }

    public static ClientApplication Read(JsonElement json) =>
        new()
        {
            AppPackageName = Text(json, "app_package_name"),
            AppTitle = Text(json, "app_title"),
            AppVersionCode = Text(json, "app_version_code"),
            AppVersionName = Text(json, "app_version_name"),
            InstallationId = Text(json, "installation_id"),
        };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.ToString() : null;
}
