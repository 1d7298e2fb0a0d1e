using System.Text.Json;
using Cxf.ApiCalls.Sending;
using Cxf.Documents;

namespace Cxf.ApiCalls.Answers;

/// <summary>What the third party answered, as a step's result.</summary>
/// <param name="Status">The HTTP status, 200 to 299.</param>
/// <param name="Headers">The answer's headers by lower-case name; several of one name are joined with a comma.</param>
/// <param name="Body">The body, or the selected part of it: JSON as it is, text and XML as a string, no body as null.</param>
/// <param name="Attempts">How many requests went out to the third party for it, pages included.</param>
/// <param name="Duration">How long the call took, waits included.</param>
public sealed record ApiCallAnswer(
    int Status,
    IReadOnlyDictionary<string, string> Headers,
    JsonElement Body,
    int Attempts,
    TimeSpan Duration
)
{
    /// <summary>
    /// The maximum number of bytes that <see cref="WriteTo"/> may write. Together with the envelope that Step Functions adds to a
    /// Lambda answer, it must stay below 262,144 (Step Functions quotas, "Maximum input or output size"); exceeding that cannot
    /// be caught.
    /// </summary>
    public const int MaxBytes = 245_760;

    /// <summary>
    /// How answers are written: text stays as short as it was, where the default escapes everything beyond ASCII.
    /// </summary>
    public static JsonWriterOptions WriterOptions { get; } = JsonOutput.Relaxed;

    /// <summary>How old the answer is, of a call with a fallback; null of every other.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>Whether it is the stored answer of an earlier call, because the third party failed.</summary>
    public bool IsStale { get; init; }

    /// <summary>What the answer was selected from, of a call with a fallback; null of every other.</summary>
    internal RawAnswer? Raw { get; init; }

    /// <summary>The answer as bytes, written with <see cref="WriterOptions"/>: at most <see cref="MaxBytes"/>.</summary>
    public ReadOnlyMemory<byte> ToUtf8() => JsonOutput.Utf8(WriteTo, WriterOptions);

    /// <summary>A text without any data of the third party.</summary>
    public override string ToString() => $"{Status} after {Attempts} attempts";

    /// <summary>
    /// Writes <c>{status, headers, body, attempts, durationMs}</c>, and <c>age</c> in seconds and <c>stale</c> of a call with a
    /// fallback.
    /// </summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("status", Status);
        writer.WriteStartObject("headers");
        foreach (var (name, value) in Headers)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.WritePropertyName("body");
        Body.WriteTo(writer);
        writer.WriteNumber("attempts", Attempts);
        writer.WriteNumber("durationMs", (long)Duration.TotalMilliseconds);
        if (Age is { } age)
        {
            writer.WriteNumber("age", (long)age.TotalSeconds);
            writer.WriteBoolean("stale", IsStale);
        }

        writer.WriteEndObject();
    }
}
