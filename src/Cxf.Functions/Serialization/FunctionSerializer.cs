using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Cxf.Functions.Serialization;

/// <summary>
/// The functions' serializer: source-generated, except that events stay as received (<see cref="FunctionEvent"/>). An exception
/// before the handler runs would be an error branch in the contact flow without an error code.
/// Answers leave as they were written (<see cref="FunctionResponse"/>).
/// </summary>
public sealed class FunctionSerializer : SourceGeneratorLambdaJsonSerializer<FunctionJsonContext>
{
    /// <summary>
    /// Plain options. The base class adds converters and naming rules, which no answer uses and every cold start would pay for.
    /// </summary>
    protected override JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new();

    /// <inheritdoc />
    protected override T InternalDeserialize<T>(byte[] utf8Json) =>
        typeof(T) == typeof(FunctionEvent) ? (T)(object)FunctionEvent.Read(utf8Json) : base.InternalDeserialize<T>(utf8Json);

    /// <inheritdoc />
    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response)
    {
        if (response is FunctionResponse answer)
        {
            writer.WriteRawValue(answer.Utf8.Span, skipInputValidation: true);
        }
        else
        {
            base.InternalSerialize(writer, response);
        }
    }
}

/// <summary>The types that functions answer with, for serialization without reflection.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class FunctionJsonContext : JsonSerializerContext;
