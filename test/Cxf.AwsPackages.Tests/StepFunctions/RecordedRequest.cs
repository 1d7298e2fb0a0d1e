using System.Text.Json;

namespace Cxf.AwsPackages.Tests.StepFunctions;

/// <summary>A request as it arrived on the wire.</summary>
internal sealed record RecordedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Body);
}
