using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// What the serializers on System.Text.Json share: options, error texts, and the payloads in the log on request.
/// </summary>
public abstract class AbstractLambdaJsonSerializer
{
    /// <summary>Set to <c>true</c>, it writes every event and answer to the log.</summary>
    private const string DebugVariable = "LAMBDA_NET_SERIALIZER_DEBUG";

    private readonly bool _debug = string.Equals(
        Environment.GetEnvironmentVariable(DebugVariable),
        "true",
        StringComparison.OrdinalIgnoreCase
    );

    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
    {
        WriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        // The options are a struct: a customizer gets a copy, here as in AWS's package.
        jsonWriterCustomizer?.Invoke(WriterOptions);
    }

    protected JsonWriterOptions WriterOptions { get; }

    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            if (_debug)
            {
                using var copy = new MemoryStream();
                Write(response, copy);
                LambdaLogger.Log(
                    $"Lambda Serialize {typeof(T).FullName}: {Encoding.UTF8.GetString(copy.GetBuffer(), 0, (int)copy.Length)}"
                );
                copy.WriteTo(responseStream);
                return;
            }

            Write(response, responseStream);
        }
        catch (Exception e)
        {
            throw new JsonSerializerException(
                $"Error converting the response object of type {typeof(T).FullName} from the Lambda function to JSON: "
                    + e.Message,
                e
            );
        }
    }

    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            var json = ReadAll(requestStream);
            if (_debug)
            {
                LambdaLogger.Log($"Lambda Deserialize {typeof(T).FullName}: {Encoding.UTF8.GetString(json)}");
            }

            return InternalDeserialize<T>(json);
        }
        catch (Exception e)
        {
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {e.Message}",
                e
            );
        }
    }

    /// <summary>
    /// Names in any case on reading and as declared on writing, no nulls, and AWS's own forms of times and bytes.
    /// </summary>
    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() =>
        new()
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNameCaseInsensitive = true,
            PropertyNamingPolicy = new AwsNamingPolicy(),
            Converters =
            {
                new DateTimeConverter(),
                new MemoryStreamConverter(),
                new ConstantClassConverter(),
                new ByteArrayConverter(),
            },
        };

    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    private static byte[] ReadAll(Stream stream)
    {
        if (stream is MemoryStream memory)
        {
            return memory.ToArray();
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private void Write<T>(T response, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, WriterOptions);
        InternalSerialize(writer, response);
    }
}
