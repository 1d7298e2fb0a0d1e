using System.Text;

namespace Cxf.ApiCalls.Requests;

/// <summary>
/// Names and values as <c>a=1&amp;b=2</c>, percent-encoded; for queries and forms, both of which read it alike.
/// </summary>
internal static class FormText
{
    public static string Write(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in pairs)
        {
            if (text.Length > 0)
            {
                text.Append('&');
            }

            text.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return text.ToString();
    }
}
