using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Selecting;
using Cxf.ApiCalls.Sending;
using Cxf.Documents;

namespace Cxf.ApiCalls.LastAnswers;

/// <summary>
/// An answer as the text that is stored: without sensitive members, and not larger than an item of the store should be.
/// </summary>
internal static class AnswerText
{
    /// <summary>The maximum size in bytes. A larger answer is not stored: writing one item costs by the kilobyte.</summary>
    public const int MaxBytes = 32_768;

    /// <summary>The text of an answer; null where the answer cannot be stored.</summary>
    /// <param name="raw">The answer before <paramref name="select"/>.</param>
    /// <param name="body">The body after it.</param>
    /// <param name="select">
    /// The call's <c>select</c>, or null. It is applied to what is left of the answer, because it can rename what it selects.
    /// </param>
    /// <param name="sensitive">What is removed from the answer, and from what <paramref name="select"/> makes of it.</param>
    /// <param name="selector">Selects.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static string? Write(
        RawAnswer raw,
        JsonElement body,
        string? select,
        SensitiveMembers sensitive,
        Selector selector,
        CancellationToken cancellationToken
    )
    {
        if (!sensitive.CanTell(raw.Body))
        {
            return null;
        }

        var rest = raw with { Headers = sensitive.RemoveFrom(raw.Headers), Body = sensitive.RemoveFrom(raw.Body) };
        if (select is not null)
        {
            var selected = selector.Select(select, rest, cancellationToken);
            if (!selected.Succeeded || (selected.Value.ValueKind == JsonValueKind.Null && body.ValueKind != JsonValueKind.Null))
            {
                return null;
            }

            rest = rest with { Body = sensitive.RemoveFrom(selected.Value) };
        }

        var text = JsonOutput.Text(writer => Write(writer, rest), ApiCallAnswer.WriterOptions);
        return Encoding.UTF8.GetByteCount(text) <= MaxBytes ? text : null;
    }

    /// <summary>The stored answer; null where the text is not one.</summary>
    public static ApiCallAnswer? Read(string text)
    {
        try
        {
            var root = JsonElement.Parse(text);
            return new ApiCallAnswer(
                root.GetProperty("status").GetInt32(),
                root.GetProperty("headers")
                    .EnumerateObject()
                    .ToDictionary(header => header.Name, header => header.Value.GetString()!),
                root.GetProperty("body"),
                0,
                TimeSpan.Zero
            );
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, RawAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("status", answer.Status);
        writer.WriteStartObject("headers");
        foreach (var (name, value) in answer.Headers)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.WritePropertyName("body");
        answer.Body.WriteTo(writer);
        writer.WriteEndObject();
    }
}
