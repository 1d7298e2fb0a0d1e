using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cxf.StatesLanguage.Data;

/// <summary>Writes one new <see cref="Payload"/>; the buffer is kept per thread, because every state writes a few.</summary>
internal readonly ref struct PayloadWriter
{
    private const int KeptBytes = 64 * 1024;

    // AWS prints text as it is; the default encoder would turn quotes and non-Latin text into escapes.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,

        // Documents are written into others.
        MaxDepth = 2 * ServiceLimits.JsonDepth,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _keptBuffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _keptWriter;

    private readonly ArrayBufferWriter<byte> _buffer;

    private PayloadWriter(ArrayBufferWriter<byte> buffer, Utf8JsonWriter json)
    {
        _buffer = buffer;
        Json = json;
    }

    public Utf8JsonWriter Json { get; }

    public static PayloadWriter Rent()
    {
        var buffer = _keptBuffer ?? new ArrayBufferWriter<byte>(512);
        var writer = _keptWriter ?? new Utf8JsonWriter(buffer, Options);
        _keptBuffer = null;
        _keptWriter = null;
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        return new PayloadWriter(buffer, writer);
    }

    public Payload ToPayload()
    {
        Json.Flush();
        return Payload.FromValidText(_buffer.WrittenSpan.ToArray());
    }

    public void Dispose()
    {
        if (_buffer.Capacity <= KeptBytes)
        {
            _keptBuffer = _buffer;
            _keptWriter = Json;
        }
    }
}
