using Cxf.Flows.Contracts.Patterns;

namespace Cxf.Flows.Contracts;

/// <summary>
/// A regular expression of ECMA-262 with the u flag, as JSON Schema has them (2020-12 validation, section 6.3.3). It is matched
/// in linear time, because callers' data meets authors' patterns, and by code points, which .NET's own engine does not do.
/// References to groups are the one part of the standard that it does not support.
/// </summary>
public sealed class EcmaPattern
{
    private readonly PatternProgram _program;

    private EcmaPattern(string text, PatternNode pattern, PatternProgram program)
    {
        (Text, _program) = (text, program);
        Digits = DigitCount.Of(pattern);
    }

    /// <summary>The pattern as its author wrote it.</summary>
    public string Text { get; }

    /// <summary>Whether the pattern matches anywhere in the text.</summary>
    public bool IsFoundIn(string text) => PatternRun.Finds(_program, text);

    /// <summary>How many digits a text has; null for a pattern that not only digits match.</summary>
    internal DigitCount? Digits { get; }

    /// <inheritdoc />
    public override string ToString() => Text;

    /// <exception cref="PatternException">The text is not a pattern, or not one that is supported.</exception>
    internal static EcmaPattern Parse(string text)
    {
        var pattern = PatternParser.Parse(text);
        return new EcmaPattern(text, pattern, PatternProgram.Of(pattern));
    }
}
