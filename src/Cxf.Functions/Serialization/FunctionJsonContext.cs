using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cxf.Functions.Serialization;

/// <summary>The types that functions answer with, for serialization without reflection.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class FunctionJsonContext : JsonSerializerContext;
