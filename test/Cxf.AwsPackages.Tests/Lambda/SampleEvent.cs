using System.Text.Json.Serialization;

namespace Cxf.AwsPackages.Tests.Lambda;

internal sealed record SampleEvent
{
    public string? ContactId { get; init; }

    public string? XAmzId2 { get; init; }

    public DateTime? At { get; init; }

    public byte[]? Bytes { get; init; }

    public MemoryStream? Stream { get; init; }

    public SampleEvent? Inner { get; init; }
}

// The naming policy here shows that options on the context do not count.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SampleEvent))]
internal sealed partial class SampleContext : JsonSerializerContext;
