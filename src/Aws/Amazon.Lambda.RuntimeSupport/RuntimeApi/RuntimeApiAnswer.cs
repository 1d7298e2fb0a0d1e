using System.Buffers.Text;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>
/// An HTTP answer as bytes in the connection's buffer, so that unused parts are never decoded. It is valid until the next
/// exchange.
/// </summary>
internal readonly ref struct RuntimeApiAnswer(int status, ReadOnlySpan<byte> head, byte[] buffer, int bodyStart, int bodyLength)
{
    private readonly ReadOnlySpan<byte> _head = head;

    public int Status => status;

    public ReadOnlySpan<byte> Body => buffer.AsSpan(bodyStart, bodyLength);

    /// <summary>The body as a stream over the connection's buffer.</summary>
    public MemoryStream BodyStream() => new(buffer, bodyStart, bodyLength, writable: false, publiclyVisible: true);

    /// <summary>A header's text, or null where it is absent.</summary>
    /// <param name="lowerName">The name in lower case.</param>
    public string? Header(ReadOnlySpan<byte> lowerName) =>
        HttpHead.TryFind(_head, lowerName, out var value) ? Encoding.UTF8.GetString(value) : null;

    /// <summary>A header's number, or 0 where it is absent or not a number.</summary>
    public long Number(ReadOnlySpan<byte> lowerName) =>
        HttpHead.TryFind(_head, lowerName, out var value) && Utf8Parser.TryParse(value, out long number, out _) ? number : 0;
}
