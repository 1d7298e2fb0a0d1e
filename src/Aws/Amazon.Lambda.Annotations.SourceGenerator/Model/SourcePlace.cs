using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>A location in the source; unlike a <see cref="Location"/> it does not keep the syntax tree alive.</summary>
internal sealed record SourcePlace(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SourcePlace? Of(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault() is { IsInSource: true } location
            ? new SourcePlace(location.GetLineSpan().Path, location.SourceSpan, location.GetLineSpan().Span)
            : null;

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
