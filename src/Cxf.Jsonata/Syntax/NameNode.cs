namespace Cxf.Jsonata.Syntax;

/// <summary>A field name; as a step of a path it looks the field up.</summary>
internal sealed class NameNode(string name, int start, int position) : SyntaxNode(position)
{
    public string Name { get; } = name;

    /// <summary>Where it starts in the text, with its backquote if it has one.</summary>
    public int Start { get; } = start;

    /// <summary>Made from <c>and</c>, <c>or</c>, <c>in</c> or a string literal, so it cannot be the word <c>function</c>.</summary>
    public bool IsConverted { get; init; }
}
