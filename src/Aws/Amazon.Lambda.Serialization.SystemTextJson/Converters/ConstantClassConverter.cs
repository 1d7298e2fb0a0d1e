using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>The AWS SDK's enumeration classes that appear in events, as their text.</summary>
public class ConstantClassConverter : JsonConverter<object>
{
    private static readonly HashSet<string> Names =
    [
        "Amazon.S3.EventType",
        "Amazon.DynamoDBv2.OperationType",
        "Amazon.DynamoDBv2.StreamViewType",
    ];

    public override bool CanConvert(Type typeToConvert) => Names.Contains(typeToConvert.FullName);

    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2067",
        Justification = "An event class that declares such a property keeps the constructor, as AWS's do."
    )]
    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Activator.CreateInstance(typeToConvert, reader.GetString());

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
