using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// A regular expression of the language, matched as JavaScript does. .NET's engines do not: they see other characters, keep what
/// a group matched in an earlier iteration, and the one without backtracking misses matches (.NET 10: <c>[-+]?[0-9]+</c> in
/// "-b2").
/// </summary>
internal sealed class RegexPattern
{
    private const int StepsForAnyText = 4096;
    private const int StepsForEachCharacter = 16;
    private const int MaxLinearStates = 1 << 28;
    private readonly PatternProgram _program;
    private readonly Lazy<PatternProgram?> _linear;
    private readonly TimeSpan _time;

    private RegexPattern(Pattern pattern, TimeSpan time)
    {
        _time = time;
        _program = PatternProgram.Of(pattern);
        _linear = new Lazy<PatternProgram?>(() => PatternProgram.LinearOf(pattern));
    }

    /// <summary>The problem of the pattern, or null.</summary>
    public static string? Problem(string pattern, RegexFlags flags)
    {
        try
        {
            PatternParser.Parse(pattern, flags);
            return null;
        }
        catch (InvalidPatternException error)
        {
            return error.Message;
        }
    }

    /// <summary>Compiles a valid pattern.</summary>
    public static RegexPattern Compile(string pattern, RegexFlags flags, TimeSpan time) =>
        new(PatternParser.Parse(pattern, flags), time);

    /// <summary>
    /// The first match at or after an index, or null. Where backtracking takes too many steps, the linear program finds the match
    /// in time proportional to the text. A pattern without one (look-around, references) goes on backtracking, within the limits.
    /// </summary>
    /// <exception cref="JsonataException">The match exceeded a limit.</exception>
    public PatternMatch? Match(string text, int from, Run run)
    {
        var maxSteps = StepsForAnyText + ((long)StepsForEachCharacter * (text.Length - from));
        if (PatternMatcher.TryFind(_program, text, from, run, _time, maxSteps, out var match))
        {
            return match;
        }

        var program =
            _linear.Value is { } linear && (long)linear.Splits * (text.Length + 1) < MaxLinearStates ? linear : _program;
        PatternMatcher.TryFind(program, text, from, run, _time, long.MaxValue, out match);
        return match;
    }
}
