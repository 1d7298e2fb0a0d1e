using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Compilation;

/// <summary>
/// Finds names of JavaScript's object prototype in a transform's pattern. The reference refuses such a transform with
/// <c>D1010</c>; here the names are ordinary, but the same expression must give the same answer.
/// </summary>
internal sealed class PrototypeNames : SyntaxWalker
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "__proto__", "constructor",
        "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf",
    };

    private bool _found;

    public static bool AreIn(SyntaxNode pattern)
    {
        var walker = new PrototypeNames();
        walker.Visit(pattern);
        return walker._found;
    }

    public override void Visit(SyntaxNode node)
    {
        _found |= node is NameNode name && Names.Contains(name.Name);
        base.Visit(node);
    }
}
