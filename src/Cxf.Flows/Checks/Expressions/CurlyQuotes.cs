using System.Buffers;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>The quotes of word processors, which do not begin a text in JSONata.</summary>
internal static class CurlyQuotes
{
    /// <summary>What to do about one.</summary>
    public const string Fix = "Write ' before and after a text.";

    /// <summary>All of them.</summary>
    public static SearchValues<char> All { get; } = SearchValues.Create("‘’‚‛“”„‟");

    /// <summary>What is wrong about one.</summary>
    public static string Message(char quote) => $"{quote} is not a quote in JSONata.";
}
