namespace Cxf.OpenApi;

/// <summary>A document cannot be used, with what to do about it.</summary>
internal sealed class ImportException(string message, string fix) : Exception(message)
{
    public string Fix { get; } = fix;
}
