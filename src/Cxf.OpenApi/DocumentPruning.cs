using System.Buffers;
using System.Text.Json;

namespace Cxf.OpenApi;

/// <summary>
/// Copies a document without what no flow is checked with: explanations, extensions, examples that are objects, callbacks. The
/// readers of OpenAPI build a tree of everything that is left, so a large document would not fit the memory otherwise.
/// </summary>
internal static class DocumentPruning
{
    /// <summary>How deep a document may be nested: what the reader of OpenAPI takes.</summary>
    private const int MaxDepth = 64;

    private enum Frame
    {
        Object,
        NamedMembers,
        Array,
        Requirements,
    }

    // Objects whose members are named by the author of the document.
    private static readonly HashSet<string> NameMaps = new(StringComparer.Ordinal)
    {
        "properties",
        "patternProperties",
        "schemas",
        "definitions",
        "$defs",
        "parameters",
        "requestBodies",
        "responses",
        "securitySchemes",
        "securityDefinitions",
        "pathItems",
        "variables",
        "content",
    };

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "externalDocs",
        "examples",
        "xml",
        "callbacks",
        "webhooks",
        "links",
        "headers",
        "tags",
        "encoding",
        "scopes",
    };

    // Explanations are texts; elsewhere a member of this name means something else.
    private static readonly HashSet<string> DroppedTexts = new(StringComparer.Ordinal)
    {
        "description",
        "termsOfService",
        "$comment",
        "externalValue",
    };

    private static readonly HashSet<string> Counts = new(StringComparer.Ordinal)
    {
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minProperties",
        "maxProperties",
    };

    // Of data of the API's own, only a plain value is kept.
    private static readonly HashSet<string> PlainOnly = new(StringComparer.Ordinal) { "example", "default" };

    /// <summary>Copies a document.</summary>
    /// <param name="json">The document as JSON.</param>
    /// <param name="externals">Gets the references to other documents.</param>
    /// <param name="unsupported">Gets what of an API is left out.</param>
    /// <exception cref="ImportException">It is not valid JSON.</exception>
    public static ReadOnlyMemory<byte> Copy(
        ReadOnlyMemory<byte> json,
        ICollection<string> externals,
        UnsupportedParts unsupported
    )
    {
        var written = new ArrayBufferWriter<byte>(Math.Max(256, json.Length / 2));
        try
        {
            using (var writer = new Utf8JsonWriter(written, new JsonWriterOptions { SkipValidation = true }))
            {
                Copy(json.Span, writer, externals, unsupported);
            }
        }
        catch (JsonException exception)
        {
            throw exception.Message.Contains("maximum", StringComparison.OrdinalIgnoreCase)
                ? new ImportException(
                    $"The document is nested deeper than {MaxDepth} levels.",
                    "Ask the third party for a document whose types have names and refer to each other ($ref)."
                )
                : new ImportException(
                    $"The document is not valid JSON: line {exception.LineNumber + 1}, "
                        + $"column {exception.BytePositionInLine + 1}.",
                    "Correct the document; it may be incomplete, or contain a comment or a comma too much."
                );
        }
        catch (InvalidOperationException)
        {
            throw new ImportException("The document contains text that is not UTF-8.", "Save it as UTF-8.");
        }

        return written.WrittenMemory;
    }

    private static void Copy(
        ReadOnlySpan<byte> json,
        Utf8JsonWriter writer,
        ICollection<string> externals,
        UnsupportedParts unsupported
    )
    {
        var options = new JsonReaderOptions { MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Skip };
        var reader = new Utf8JsonReader(json, options);
        var frames = new Stack<Frame>();
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                Value(ref reader, writer, frames, "", isNamed: false);
                continue;
            }

            var (name, isNamed) = (reader.GetString()!, frames.Peek() == Frame.NamedMembers);
            reader.Read();
            if (!isNamed && (IsDropped(name, reader.TokenType) || IsTooLarge(name, ref reader)))
            {
                if (name is "callbacks" or "webhooks")
                {
                    unsupported.Add(name);
                }

                reader.Skip();
                continue;
            }

            if (!isNamed && name == "const")
            {
                WriteConst(ref reader, writer);
                continue;
            }

            writer.WritePropertyName(name);
            if (
                name == "$ref"
                && reader.TokenType == JsonTokenType.String
                && reader.GetString() is { } target
                && !target.StartsWith('#')
            )
            {
                externals.Add(target);
            }

            Value(ref reader, writer, frames, name, isNamed);
        }
    }

    // The reader of OpenAPI takes every constant for a text; a list of one allowed value says the same.
    private static void WriteConst(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        writer.WriteStartArray("enum");
        value.WriteTo(writer);
        writer.WriteEndArray();
    }

    // The reader of OpenAPI fails at a count that it cannot hold, and no value of a call is as large as that.
    private static bool IsTooLarge(string name, ref Utf8JsonReader reader) =>
        Counts.Contains(name) && reader.TokenType == JsonTokenType.Number && !reader.TryGetInt32(out _);

    private static void Value(ref Utf8JsonReader reader, Utf8JsonWriter writer, Stack<Frame> frames, string name, bool isNamed)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                frames.Push(
                    (!isNamed && NameMaps.Contains(name)) || (frames.TryPeek(out var holder) && holder == Frame.Requirements)
                        ? Frame.NamedMembers
                        : Frame.Object
                );
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                frames.Push(!isNamed && name == "security" ? Frame.Requirements : Frame.Array);
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                frames.Pop();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                frames.Pop();
                break;

            // The reader does not tell a schema that says so from one that says nothing.
            case JsonTokenType.True when name == "additionalProperties" && !isNamed:
                writer.WriteStartObject();
                writer.WriteEndObject();
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(reader.GetString());
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private static bool IsDropped(string name, JsonTokenType type) =>
        Dropped.Contains(name)
        || (name.StartsWith("x-", StringComparison.OrdinalIgnoreCase) && name != "x-nullable")
        || (type == JsonTokenType.String && DroppedTexts.Contains(name))
        || (type is JsonTokenType.StartObject or JsonTokenType.StartArray && PlainOnly.Contains(name));
}
