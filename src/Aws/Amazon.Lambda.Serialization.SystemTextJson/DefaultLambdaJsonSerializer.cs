using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>A serializer on reflection, for functions that are neither trimmed nor compiled ahead of time.</summary>
[RequiresUnreferencedCode("Use SourceGeneratorLambdaJsonSerializer with a JsonSerializerContext in trimmed functions.")]
[RequiresDynamicCode("Use SourceGeneratorLambdaJsonSerializer with a JsonSerializerContext in functions compiled ahead of time.")]
public class DefaultLambdaJsonSerializer : AbstractLambdaJsonSerializer, Core.ILambdaSerializer
{
    public DefaultLambdaJsonSerializer()
        : this(null, null) { }

    public DefaultLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
        : this(customizer, null) { }

    public DefaultLambdaJsonSerializer(Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer)
        : base(jsonWriterCustomizer)
    {
        SerializerOptions = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(SerializerOptions);
    }

    protected JsonSerializerOptions SerializerOptions { get; }

    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, SerializerOptions);

    protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize<T>(utf8Json, SerializerOptions);
}
