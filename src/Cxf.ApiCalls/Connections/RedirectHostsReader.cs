using System.Globalization;
using Cxf.Documents;

namespace Cxf.ApiCalls.Connections;

/// <summary>Reads the hosts that redirects may lead to.</summary>
internal static class RedirectHostsReader
{
    public static List<string> Read(JsonCursor? cursor)
    {
        var hosts = new List<string>();
        if (cursor is null || !cursor.IsArray())
        {
            return hosts;
        }

        foreach (var item in cursor.Items())
        {
            if (item.AsText() is not { } host)
            {
                continue;
            }

            var colon = host.LastIndexOf(':');
            var name = colon < 0 ? host : host[..colon];
            var hasUsablePort = colon < 0 || ushort.TryParse(host.AsSpan(colon + 1), NumberStyles.None, null, out _);
            if (hasUsablePort && Uri.CheckHostName(name) is UriHostNameType.Dns or UriHostNameType.IPv4)
            {
                hosts.Add(host.ToLowerInvariant());
            }
            else
            {
                item.Report(
                    ConnectionCodes.HostUnusable,
                    "The text is not a host name.",
                    "Write the name, such as files.example.com, and a port only if it is not the default: no scheme, "
                        + "path or wildcard."
                );
            }
        }

        return hosts;
    }
}
