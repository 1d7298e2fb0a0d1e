using Cxf.Documents;

namespace Cxf.ApiCalls.Connections;

/// <summary>Reads the allowed methods of a connection document.</summary>
internal static class MethodsReader
{
    public static IReadOnlySet<string> Read(JsonCursor? cursor)
    {
        if (cursor is null || !cursor.IsArray())
        {
            return HttpMethods.Default;
        }

        var methods = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in cursor.Items())
        {
            if (item.AsText() is not { } method)
            {
                continue;
            }

            if (HttpMethods.IsUsable(method))
            {
                methods.Add(method);
            }
            else
            {
                item.Report(
                    ConnectionCodes.MethodUnusable,
                    "The text is not a supported method.",
                    "Use upper-case methods such as GET or POST; CONNECT and TRACE are never allowed."
                );
            }
        }

        return methods;
    }
}
