using Cxf.ApiCalls.Diagnostics;

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

            if (Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4)
            {
                hosts.Add(host.ToLowerInvariant());
            }
            else
            {
                item.Report(ConnectionCodes.HostUnusable, "The text is not a host name.", "Write the name alone, such as files.example.com: no scheme, port, path or wildcard.");
            }
        }

        return hosts;
    }
}
