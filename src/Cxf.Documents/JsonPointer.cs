namespace Cxf.Documents;

/// <summary>JSON pointers (RFC 6901): the place of a value in a document, as text.</summary>
public static class JsonPointer
{
    /// <summary>The whole document.</summary>
    public const string Root = "";

    /// <summary>Whether a text is a JSON pointer (section 3).</summary>
    public static bool IsWellFormed(string text)
    {
        for (var at = text.IndexOf('~'); at >= 0; at = text.IndexOf('~', at + 1))
        {
            if (at + 1 == text.Length || text[at + 1] is not ('0' or '1'))
            {
                return false;
            }
        }

        return text.Length == 0 || text[0] == '/';
    }

    /// <summary>The pointer of a member of the object at <paramref name="pointer"/>.</summary>
    public static string Append(string pointer, string name) => $"{pointer}/{Escape(name)}";

    /// <summary>The pointer of an item of the array at <paramref name="pointer"/>.</summary>
    public static string Append(string pointer, int index) => $"{pointer}/{index}";

    /// <summary>The pointer of what holds the value at <paramref name="pointer"/>; the root's parent is the root.</summary>
    public static string Parent(string pointer)
    {
        var slash = pointer.LastIndexOf('/');
        return slash <= 0 ? Root : pointer[..slash];
    }

    /// <summary>The name or index of the value at <paramref name="pointer"/>; empty for the root.</summary>
    public static string Last(string pointer) => Unescape(pointer[(pointer.LastIndexOf('/') + 1)..]);

    /// <summary>A name as it is written in a pointer: <c>~</c> is <c>~0</c> and <c>/</c> is <c>~1</c> (section 3).</summary>
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The name that a pointer's part represents.</summary>
    public static string Unescape(string part) => part.Replace("~1", "/").Replace("~0", "~");
}
