using System.Text.Json;

namespace Cxf.ApiCalls.Sending;

/// <summary>One answer of the platform with status 200 to 299, before anything is selected of it.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, JsonElement Body);
