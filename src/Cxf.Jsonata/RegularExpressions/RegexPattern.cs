using System.Text;
using System.Text.RegularExpressions;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// A regular expression of the language on .NET's engine. If the pattern allows it, the engine that never backtracks runs it;
/// other patterns (look-around, back-references, word boundaries in a text beyond ASCII) backtrack under a time limit.
/// </summary>
internal sealed class RegexPattern
{
    private readonly Regex _regex;
    private readonly Lazy<Regex>? _beyondAscii;

    private RegexPattern(Regex regex, Lazy<Regex>? beyondAscii)
    {
        _regex = regex;
        _beyondAscii = beyondAscii;
    }

    /// <summary>The problem of the pattern, or null.</summary>
    public static string? Problem(string pattern, RegexFlags flags)
    {
        try
        {
            _ = new Regex(JavaScriptPattern.Translate(pattern, flags, beyondAscii: false), Options(flags));
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message;
        }
    }

    /// <summary>Compiles a valid pattern.</summary>
    public static RegexPattern Compile(string pattern, RegexFlags flags, TimeSpan time)
    {
        var translated = JavaScriptPattern.Translate(pattern, flags, beyondAscii: false);
        var beyondAscii = JavaScriptPattern.Translate(pattern, flags, beyondAscii: true);
        return new RegexPattern(
            WithoutBacktracking(translated, Options(flags), time),
            beyondAscii == translated ? null : new Lazy<Regex>(() => new Regex(beyondAscii, Options(flags), time))
        );
    }

    /// <summary>
    /// Uses the engine that never backtracks, or the other one if that does not support the pattern or would become too large.
    /// </summary>
    public static Regex WithoutBacktracking(string pattern, RegexOptions options, TimeSpan time)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, time);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, time);
        }
    }

    /// <summary>The first match at or after an index.</summary>
    /// <exception cref="RegexMatchTimeoutException">The match exceeded the time limit of the pattern.</exception>
    public Match Match(string text, int from) =>
        (_beyondAscii is null || Ascii.IsValid(text) ? _regex : _beyondAscii.Value).Match(text, from);

    private static RegexOptions Options(RegexFlags flags) =>
        RegexOptions.CultureInvariant
        | ((flags & RegexFlags.IgnoreCase) != 0 ? RegexOptions.IgnoreCase : RegexOptions.None)
        | ((flags & RegexFlags.Multiline) != 0 ? RegexOptions.Multiline : RegexOptions.None);
}
