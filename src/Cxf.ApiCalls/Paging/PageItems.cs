using System.Buffers;
using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.Documents;

namespace Cxf.ApiCalls.Paging;

/// <summary>Gathers the items of all pages into one list.</summary>
internal sealed class PageItems : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _writer;

    public PageItems()
    {
        _writer = new Utf8JsonWriter(_bytes, ApiCallAnswer.WriterOptions);
        _writer.WriteStartArray();
    }

    /// <summary>How many bytes the list has so far.</summary>
    public long Length => _writer.BytesCommitted + _writer.BytesPending;

    /// <summary>Adds a page's items; null if the list is missing.</summary>
    public int? Add(JsonElement body, string pointer)
    {
        if (At(body, pointer) is not { ValueKind: JsonValueKind.Array } items)
        {
            return null;
        }

        foreach (var item in items.EnumerateArray())
        {
            item.WriteTo(_writer);
        }

        return items.GetArrayLength();
    }

    public JsonElement ToList()
    {
        _writer.WriteEndArray();
        _writer.Flush();
        return JsonElement.Parse(_bytes.WrittenSpan);
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>The value at a JSON pointer, or null.</summary>
    public static JsonElement? At(JsonElement element, string pointer)
    {
        foreach (var part in pointer.Split('/').Skip(1).Select(JsonPointer.Unescape))
        {
            if (
                element.ValueKind == JsonValueKind.Array
                && int.TryParse(part, out var index)
                && index >= 0
                && index < element.GetArrayLength()
            )
            {
                element = element[index];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(part, out element))
            {
                return null;
            }
        }

        return element;
    }
}
