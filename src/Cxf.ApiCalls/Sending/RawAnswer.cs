using System.Text.Json;

namespace Cxf.ApiCalls.Sending;

/// <summary>One answer of the platform with status 200 to 299, before anything is selected of it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers by lower-case name.</param>
/// <param name="Body">The body as JSON.</param>
/// <param name="Length">The body's bytes as they were read.</param>
internal sealed record RawAnswer(int Status, Dictionary<string, string> Headers, JsonElement Body, int Length);
