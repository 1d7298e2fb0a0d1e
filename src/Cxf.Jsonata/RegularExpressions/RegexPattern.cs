using System.Text.RegularExpressions;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// A regular expression of the language on .NET's engine. Where the pattern allows it, the engine that never backtracks
/// runs it; the rest (look-around, back-references) backtracks under a time limit.
/// </summary>
internal static class RegexPattern
{
    /// <summary>What is wrong with the pattern, or null.</summary>
    public static string? Problem(string pattern, RegexFlags flags)
    {
        try
        {
            _ = new Regex(JavaScriptPattern.Translate(pattern, flags), Options(flags));
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message;
        }
    }

    public static Regex Compile(string pattern, RegexFlags flags, TimeSpan time)
    {
        var translated = JavaScriptPattern.Translate(pattern, flags);
        try
        {
            return new Regex(translated, Options(flags) | RegexOptions.NonBacktracking, time);
        }
        catch (NotSupportedException)
        {
            return new Regex(translated, Options(flags), time);
        }
    }

    private static RegexOptions Options(RegexFlags flags) =>
        RegexOptions.CultureInvariant
        | ((flags & RegexFlags.IgnoreCase) != 0 ? RegexOptions.IgnoreCase : RegexOptions.None)
        | ((flags & RegexFlags.Multiline) != 0 ? RegexOptions.Multiline : RegexOptions.None);
}
