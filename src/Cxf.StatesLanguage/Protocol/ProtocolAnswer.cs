namespace Cxf.StatesLanguage.Protocol;

/// <summary>An answer on the wire.</summary>
/// <param name="StatusCode">The HTTP status: 200, 400, 500.</param>
/// <param name="Body">JSON in UTF-8.</param>
/// <param name="ErrorCode">AWS's code of an error, which also goes into a header; null for success.</param>
public sealed record ProtocolAnswer(int StatusCode, ReadOnlyMemory<byte> Body, string? ErrorCode);
