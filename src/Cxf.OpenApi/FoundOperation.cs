namespace Cxf.OpenApi;

/// <summary>An operation of a document.</summary>
/// <param name="Id">Its ID: the document's own, or the method and the path.</param>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path below the connection's base URL.</param>
/// <param name="DocumentPath">The path in the document.</param>
internal sealed record FoundOperation(string Id, string Method, string Path, string DocumentPath);
