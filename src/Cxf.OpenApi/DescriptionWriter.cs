using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cxf.Flows.ApiDescriptions;
using Microsoft.OpenApi;

namespace Cxf.OpenApi;

/// <summary>Writes the description that is stored, from the parts of a document one after the other.</summary>
internal sealed class DescriptionWriter : IDisposable
{
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _operations = new();
    private readonly ArrayBufferWriter<byte> _types = new();
    private readonly Utf8JsonWriter _operationsJson;
    private readonly Utf8JsonWriter _typesJson;
    private readonly SchemaWriter _schemas;
    private readonly OperationWriter _writer;

    /// <summary>Begins a description.</summary>
    /// <param name="unsupported">Gets what is left out.</param>
    /// <param name="withExamples">Whether examples and summaries are written.</param>
    public DescriptionWriter(UnsupportedParts unsupported, bool withExamples)
    {
        _operationsJson = new Utf8JsonWriter(_operations, Compact);
        _typesJson = new Utf8JsonWriter(_types, Compact);
        _schemas = new SchemaWriter(withExamples, unsupported);
        _writer = new OperationWriter(_operationsJson, _schemas, unsupported, withExamples);
        _operationsJson.WriteStartObject();
        _typesJson.WriteStartObject();
    }

    /// <summary>Adds the operations of a part of the document.</summary>
    /// <param name="document">The part.</param>
    /// <param name="operations">The operations of the whole document that are kept, by path and method.</param>
    public void Add(OpenApiDocument document, ILookup<string, FoundOperation> operations)
    {
        _schemas.Use(_operationsJson, document);
        foreach (var (path, item) in document.Paths ?? [])
        {
            foreach (var found in operations[path])
            {
                if (item.Operations?.FirstOrDefault(one => IsOf(found, one.Key)).Value is { } operation)
                {
                    _writer.Write(found, item, operation);
                }
            }
        }

        static bool IsOf(FoundOperation found, HttpMethod method) =>
            method.Method.Equals(found.Method, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The types that are named and not written yet.</summary>
    public Queue<string> UnwrittenTypes => _schemas.Unwritten;

    /// <summary>Adds types of a part of the document.</summary>
    public void AddTypes(OpenApiDocument document, IEnumerable<string> names)
    {
        _schemas.Use(_typesJson, document);
        _schemas.WriteTypes(names);
    }

    /// <summary>The whole description.</summary>
    /// <param name="title">The name of the API.</param>
    /// <param name="apiVersion">Its version.</param>
    /// <param name="openApi">The version of OpenAPI that it was written in.</param>
    /// <param name="from">Where it was read.</param>
    public byte[] Finish(string title, string apiVersion, string openApi, string from)
    {
        _operationsJson.WriteEndObject();
        _operationsJson.Flush();
        _typesJson.WriteEndObject();
        _typesJson.Flush();
        var written = new ArrayBufferWriter<byte>(_operations.WrittenCount + _types.WrittenCount + 1024);
        using (var json = new Utf8JsonWriter(written, Compact))
        {
            json.WriteStartObject();
            json.WriteNumber("format", ApiDescription.Format);
            json.WriteStartObject("source");
            json.WriteString("title", title);
            json.WriteString("version", apiVersion);
            json.WriteString("openapi", openApi);
            json.WriteString("from", from);
            if (!_schemas.SawRequired)
            {
                json.WriteBoolean("requiredUnknown", true);
            }

            json.WriteEndObject();
            json.WritePropertyName("operations");
            json.WriteRawValue(_operations.WrittenSpan, skipInputValidation: true);
            json.WritePropertyName("types");
            json.WriteRawValue(_types.WrittenSpan, skipInputValidation: true);
            json.WriteEndObject();
        }

        return written.WrittenSpan.ToArray();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _operationsJson.Dispose();
        _typesJson.Dispose();
    }
}
