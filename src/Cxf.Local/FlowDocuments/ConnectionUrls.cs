using System.Text.Json;
using Cxf.Local.Stores;

namespace Cxf.Local.FlowDocuments;

/// <summary>The base URLs of the connections beside a flow document, as they are written there.</summary>
internal sealed class ConnectionUrls(IReadOnlyDictionary<string, string> urls)
{
    /// <summary>Reads them; a connection that cannot be read has none.</summary>
    public static ConnectionUrls Of(FlowFile file)
    {
        var urls = new Dictionary<string, string>();
        foreach (var path in file.TenantFolder is { } folder ? JsonFiles.In(Path.Combine(folder, "connections")) : [])
        {
            if (UrlIn(path) is { } url)
            {
                urls[Path.GetFileNameWithoutExtension(path)] = url;
            }
        }

        return new ConnectionUrls(urls);
    }

    /// <summary>The base URL of a connection; null if it is not known. The tenant is that of the document.</summary>
    public string? Find(string tenant, string connection) => urls.GetValueOrDefault(connection);

    private static string? UrlIn(string path)
    {
        try
        {
            return
                JsonElement.Parse(File.ReadAllBytes(path)) is { ValueKind: JsonValueKind.Object } json
                && json.TryGetProperty("baseUrl", out var url)
                && url.ValueKind == JsonValueKind.String
                ? url.GetString()
                : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
