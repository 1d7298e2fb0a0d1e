namespace Cxf.ApiCalls.Requests;

/// <summary>A body as it is sent.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Headers">The headers that describe it, such as Content-Type and Content-Language.</param>
internal sealed record PreparedBody(ReadOnlyMemory<byte> Bytes, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    public PreparedBody(ReadOnlyMemory<byte> bytes, string contentType)
        : this(bytes, [new("Content-Type", contentType)]) { }
}
