using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// A serializer on a source-generated context, the one for Native AOT. The context is used with this class's options:
/// those of a <see cref="JsonSourceGenerationOptionsAttribute"/> on it do not count. Other options come from a customizer.
/// </summary>
/// <typeparam name="TSGContext">
/// A context with a <see cref="JsonSerializableAttribute"/> for each event and answer type.
/// </typeparam>
public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext
> : AbstractLambdaJsonSerializer, Core.ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    private readonly TSGContext _context;

    public SourceGeneratorLambdaJsonSerializer()
        : this(null, null) { }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
        : this(customizer, null) { }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
        : this(null, jsonWriterCustomizer) { }

    public SourceGeneratorLambdaJsonSerializer(
        Action<JsonSerializerOptions> customizer,
        Action<JsonWriterOptions> jsonWriterCustomizer
    )
        : base(jsonWriterCustomizer)
    {
        SerializerOptions = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(SerializerOptions);
        // As the context's resolver and not in its constructor: calling that by reflection costs every cold start 40 µs.
        _context = Activator.CreateInstance<TSGContext>();
        SerializerOptions.TypeInfoResolver = _context;
    }

    [Obsolete("A context from elsewhere lacks the options that Lambda events need; use a constructor without it.")]
    public SourceGeneratorLambdaJsonSerializer(
        TSGContext jsonSerializerContext,
        Action<JsonSerializerOptions> customizer = null,
        Action<JsonWriterOptions> jsonWriterCustomizer = null
    )
        : base(jsonWriterCustomizer)
    {
        SerializerOptions = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(SerializerOptions);
        _context = jsonSerializerContext;
        SerializerOptions.TypeInfoResolver = _context;
    }

    protected JsonSerializerOptions SerializerOptions { get; }

    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, TypeInfo(typeof(T)));

    protected override T InternalDeserialize<T>(byte[] utf8Json) => (T)JsonSerializer.Deserialize(utf8Json, TypeInfo(typeof(T)));

    private System.Text.Json.Serialization.Metadata.JsonTypeInfo TypeInfo(Type type) =>
        SerializerOptions.TryGetTypeInfo(type, out var info)
            ? info
            : throw new JsonSerializerException(
                $"No JsonTypeInfo registered in {_context.GetType().FullName} for type {type.FullName}."
            );
}
