using System.Text;
using System.Text.Json;

namespace Cxf.AwsPackages.Tests.RuntimeSupport;

/// <summary>What a function's process posted to the Runtime API; the path is what follows <c>/2018-06-01/runtime/</c>.</summary>
internal sealed record ReportedAnswer(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Body);
}
