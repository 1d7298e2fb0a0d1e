using System.Text;
using Cxf.Jsonata;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>
/// A path as far as the document shows it: its texts, and between them what is known only when the flow runs. Such a hole may
/// contain <c>/</c> unless the expression encodes it.
/// </summary>
internal sealed class PathText
{
    /// <summary>A hole that is one segment, or a part of one.</summary>
    public const char Encoded = '\u0001';

    /// <summary>A hole that can be anything.</summary>
    public const char Anything = '\u0002';

    private PathText(string text) => Text = text;

    /// <summary>The text with its holes.</summary>
    public string Text { get; }

    /// <summary>Whether all that is not known stays within a segment.</summary>
    public bool HasKnownSegments => !Text.Contains(Anything);

    /// <summary>A path without expressions.</summary>
    public static PathText OfText(string path) => new(path);

    /// <summary>The path that an expression gives.</summary>
    public static PathText Of(JsonataSyntax expression)
    {
        var text = new StringBuilder();
        Append(expression, text);
        return new PathText(text.ToString());
    }

    private static void Append(JsonataSyntax node, StringBuilder text)
    {
        switch (node)
        {
            case { Kind: JsonataSyntaxKind.String }:
                text.Append(node.Value.GetString());
                break;
            case { Kind: JsonataSyntaxKind.Binary, Name: "&", Parts: [var left, var right] }:
                Append(left, text);
                Append(right, text);
                break;
            case { Kind: JsonataSyntaxKind.Block, Parts: [var only] }:
                Append(only, text);
                break;
            default:
                text.Append(
                    node is { Kind: JsonataSyntaxKind.Call, Parts: [{ Name: "encodeUrlComponent" }, ..] } ? Encoded : Anything
                );
                break;
        }
    }
}
