using System.Text.Json.Serialization;

namespace Cxf.SampleFunction;

/// <summary>An event.</summary>
public sealed record SampleEvent(string Name, int Size);

/// <summary>An answer.</summary>
public sealed record SampleAnswer(string Text, string RequestId, int Call);

/// <summary>What is read and written.</summary>
[JsonSerializable(typeof(SampleEvent))]
[JsonSerializable(typeof(SampleAnswer))]
[JsonSerializable(typeof(string))]
public sealed partial class SampleJson : JsonSerializerContext;
