using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>An error as AWS X-Ray shows it in a trace.</summary>
internal static class XRay
{
    /// <summary>The header must fit together with the other headers.</summary>
    private const int MaxFrames = 10;

    /// <summary>One line of ASCII JSON.</summary>
    public static string Cause(Exception exception)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("working_directory", Environment.CurrentDirectory);
            json.WriteStartArray("exceptions");
            json.WriteStartObject();
            json.WriteString("message", exception.Message);
            json.WriteString("type", exception.GetType().Name);
            json.WriteStartArray("stack");
            foreach (var line in ErrorDocument.StackTrace(exception).Take(MaxFrames))
            {
                json.WriteStartObject();
                json.WriteString("label", line.StartsWith("at ", StringComparison.Ordinal) ? line[3..] : line);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("paths");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        // The writer's own encoder escapes everything beyond ASCII and all line ends.
        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }
}
