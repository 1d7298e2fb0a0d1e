using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.Stores;

namespace Cxf.Local.Stubs;

/// <summary>The document of a connection, changed so that its calls and its tokens go to the stub.</summary>
internal static class StubbedConnection
{
    /// <summary>The changed document; a document that is not an object stays as it is.</summary>
    /// <param name="file">Its file: <c>tenants/tenant/connections/connection.json</c>.</param>
    /// <param name="utf8">Its text.</param>
    /// <param name="stub">The address of the stub.</param>
    public static byte[] Write(string file, byte[] utf8, Uri stub)
    {
        var tenant = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)));
        try
        {
            if (JsonNode.Parse(Placeholders.FillAll(utf8)) is not JsonObject connection)
            {
                return utf8;
            }

            connection["baseUrl"] = new Uri(stub, $"{tenant}/{Path.GetFileNameWithoutExtension(file)}").ToString();
            if (connection["auth"] is JsonObject auth && auth.ContainsKey("tokenUrl"))
            {
                auth["tokenUrl"] = new Uri(stub, StubServer.TokenPath).ToString();
            }

            // There is no TLS to show it in.
            connection.Remove("clientCertificate");
            return Encoding.UTF8.GetBytes(connection.ToJsonString());
        }
        catch (JsonException)
        {
            return utf8;
        }
    }
}
