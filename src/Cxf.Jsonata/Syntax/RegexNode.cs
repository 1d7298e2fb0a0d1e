namespace Cxf.Jsonata.Syntax;

/// <summary>A regular expression.</summary>
internal sealed class RegexNode(string pattern, RegexFlags flags, int position) : SyntaxNode(position)
{
    public string Pattern { get; } = pattern;

    public RegexFlags Flags { get; } = flags;
}
