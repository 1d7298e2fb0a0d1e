namespace Cxf.ApiCalls.Requests;

/// <summary>A body as it is sent.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentType">The Content-Type header.</param>
internal sealed record PreparedBody(ReadOnlyMemory<byte> Bytes, string ContentType);
