using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Compilation;

/// <summary>
/// Finds the members of JavaScript's object prototype that a transform's pattern ends in. The reference rejects such a transform
/// with <c>D1010</c>; here the names are ordinary, but the result must be the same.
/// </summary>
internal static class PrototypeNames
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "__defineGetter__",
        "__defineSetter__",
        "__lookupGetter__",
        "__lookupSetter__",
        "__proto__",
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "toString",
        "valueOf",
    };

    public static bool End(SyntaxNode pattern)
    {
        Limits.StackGuard.Check();
        return pattern switch
        {
            NameNode name => Names.Contains(name.Name),
            PathNode path => End(path.Last),
            CallNode call => End(call.Procedure),
            _ => false,
        };
    }
}
