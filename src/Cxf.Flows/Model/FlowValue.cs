using System.Text.Json;

namespace Cxf.Flows.Model;

/// <summary>
/// A JSON value of the document whose strings may be expressions (<c>{% … %}</c>), at any depth;
/// everything else stands for itself.
/// </summary>
/// <param name="Json">The value as written.</param>
/// <param name="Pointer">Where it stands in the document (RFC 6901).</param>
public readonly record struct FlowValue(JsonElement Json, string Pointer);
