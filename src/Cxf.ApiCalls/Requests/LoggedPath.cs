namespace Cxf.ApiCalls.Requests;

/// <summary>A path as logs may show it: its author's text, or only its shape where values are part of it.</summary>
/// <param name="Path">The path.</param>
/// <param name="IsTemplate">Whether it is its author's literal text.</param>
internal readonly record struct LoggedPath(string Path, bool IsTemplate)
{
    public override string ToString() =>
        IsTemplate ? Path : string.Join('/', Path.Split('/').Select(segment => segment.Length == 0 ? "" : "*"));
}
