using System.Diagnostics.CodeAnalysis;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// A regular expression of ECMA-262 with flag <c>u</c>, as JSON Schema has them, which only says whether it matches. It is
/// matched in time proportional to the text, so it can meet texts of strangers. References to groups are the one part of the
/// standard's grammar that it does not support.
/// </summary>
public sealed class UnicodePattern
{
    private readonly Pattern _pattern;
    private readonly PatternProgram _program;

    private UnicodePattern(string text, Pattern pattern, PatternProgram program)
    {
        Text = text;
        _pattern = pattern;
        _program = program;
        Digits = DigitCount.Of(pattern.Root);
    }

    /// <summary>The pattern as it is written.</summary>
    public string Text { get; }

    /// <summary>How many digits a text has; null for a pattern that not only digits match.</summary>
    public DigitCount? Digits { get; }

    /// <summary>The most steps that a search takes for each character of a text.</summary>
    public int StepsForEachCharacter => _program.Size;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="pattern">The pattern, if it is one.</param>
    /// <param name="problem">Why it is not one, or not one that is supported.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out UnicodePattern? pattern,
        [NotNullWhen(false)] out string? problem
    )
    {
        (pattern, problem) = (null, null);
        try
        {
            var parsed = PatternParser.Parse(text, RegexFlags.Unicode);
            if (PatternFacts.HasReferences(parsed.Root))
            {
                problem = "References to groups are not supported.";
            }
            else if (PatternProgram.SearchOf(parsed) is { } program)
            {
                pattern = new UnicodePattern(text, parsed, program);
            }
            else
            {
                problem = $"The pattern is too large: written out, it has more than {PatternProgram.MaxLinearCode:N0} parts.";
            }
        }
        catch (InvalidPatternException error)
        {
            problem = error.Message;
        }

        return pattern is not null;
    }

    /// <summary>Whether the pattern matches anywhere in the text.</summary>
    public bool IsFoundIn(string text) => PatternSearch.Finds(_program, text);

    /// <summary>
    /// A text of the pattern's shape. Look-around is not considered, so it may not match: later attempts take other branches,
    /// characters and numbers of repetitions.
    /// </summary>
    public string Example(Random random, int attempt) => new PatternExample(random, attempt).Of(_pattern.Root);

    /// <inheritdoc />
    public override string ToString() => Text;
}
