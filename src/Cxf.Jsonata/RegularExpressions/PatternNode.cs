namespace Cxf.Jsonata.RegularExpressions;

/// <summary>A part of a regular expression (ECMAScript, "Patterns").</summary>
internal abstract record PatternNode;

/// <summary>One character of a set.</summary>
internal sealed record SetNode(CharacterSet Set) : PatternNode;

/// <summary>Parts that follow each other; without parts it matches nothing, everywhere.</summary>
internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

/// <summary>The first option that leads to a match.</summary>
internal sealed record ChoiceNode(IReadOnlyList<PatternNode> Options) : PatternNode;

/// <summary>A capturing group, numbered from 1.</summary>
internal sealed record CaptureNode(int Group, PatternNode Body) : PatternNode;

/// <summary>A quantifier.</summary>
/// <param name="Body">What is repeated.</param>
/// <param name="Min">How often at least.</param>
/// <param name="Max">How often at most; <see cref="Unbounded"/> for any number.</param>
/// <param name="IsLazy">Whether fewer repetitions are tried first.</param>
/// <param name="FirstGroup">The first capturing group inside; each repetition forgets what they matched before.</param>
/// <param name="EndGroup">The group after the last one inside.</param>
internal sealed record RepeatNode(PatternNode Body, int Min, int Max, bool IsLazy, int FirstGroup, int EndGroup) : PatternNode
{
    public const int Unbounded = int.MaxValue;

    public bool HasCaptures => FirstGroup < EndGroup;
}

/// <summary>A condition on the text after the position, or before it.</summary>
internal sealed record LookNode(PatternNode Body, bool IsBehind, bool IsNegative) : PatternNode;

/// <summary>A condition on the position.</summary>
internal sealed record AnchorNode(AnchorKind Kind) : PatternNode;

/// <summary>What a group matched, again.</summary>
internal sealed record BackReferenceNode(int Group) : PatternNode;

internal enum AnchorKind : byte
{
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    Boundary,
    NoBoundary,
}

internal static class Anchors
{
    /// <summary>Whether an anchor matches between two characters; -1 is the end of the text on that side.</summary>
    public static bool Holds(this AnchorKind kind, int before, int after) =>
        kind switch
        {
            AnchorKind.TextStart => before < 0,
            AnchorKind.TextEnd => after < 0,
            AnchorKind.LineStart => before < 0 || CharacterSet.LineEnds.Contains(before),
            AnchorKind.LineEnd => after < 0 || CharacterSet.LineEnds.Contains(after),
            _ => (IsWord(before) != IsWord(after)) == (kind == AnchorKind.Boundary),
        };

    private static bool IsWord(int character) => character >= 0 && CharacterSet.Words.Contains(character);
}

/// <summary>A parsed regular expression.</summary>
internal sealed record Pattern(PatternNode Root, int Groups, bool IgnoresCase);

/// <summary>Properties of a part that decide how it is executed.</summary>
internal static class PatternFacts
{
    /// <summary>Whether the part can match an empty text.</summary>
    public static bool CanBeEmpty(PatternNode node) =>
        node switch
        {
            SetNode => false,
            SequenceNode sequence => sequence.Parts.All(CanBeEmpty),
            ChoiceNode choice => choice.Options.Any(CanBeEmpty),
            CaptureNode capture => CanBeEmpty(capture.Body),
            RepeatNode repeat => repeat.Min == 0 || CanBeEmpty(repeat.Body),
            _ => true,
        };

    /// <summary>The characters that a match can start with; null if it can be empty.</summary>
    public static CharacterSet? FirstCharacters(PatternNode node)
    {
        var sets = new List<CharacterSet>();
        return AddFirst(node, sets) ? CharacterSet.Union(sets) : null;
    }

    /// <summary>Adds the first characters; false if the part can match without a character.</summary>
    private static bool AddFirst(PatternNode node, List<CharacterSet> sets)
    {
        switch (node)
        {
            case SetNode set:
                sets.Add(set.Set);
                return true;
            case SequenceNode sequence:
                return sequence.Parts.Any(part => AddFirst(part, sets));
            case ChoiceNode choice:
                return choice.Options.Count(option => AddFirst(option, sets)) == choice.Options.Count;
            case CaptureNode capture:
                return AddFirst(capture.Body, sets);
            case RepeatNode repeat:
                return AddFirst(repeat.Body, sets) && repeat.Min > 0;
            case BackReferenceNode:
                sets.Add(CharacterSet.All);
                return false;
            default:
                return false;
        }
    }

    /// <summary>Whether a group's match must come again.</summary>
    public static bool HasReferences(PatternNode node) =>
        node switch
        {
            SequenceNode sequence => sequence.Parts.Any(HasReferences),
            ChoiceNode choice => choice.Options.Any(HasReferences),
            CaptureNode capture => HasReferences(capture.Body),
            RepeatNode repeat => HasReferences(repeat.Body),
            LookNode look => HasReferences(look.Body),
            _ => node is BackReferenceNode,
        };

    /// <summary>Whether a match depends on the text only, and not on what a group matched or what is around the match.</summary>
    public static bool IsRegular(PatternNode node) =>
        node switch
        {
            SequenceNode sequence => sequence.Parts.All(IsRegular),
            ChoiceNode choice => choice.Options.All(IsRegular),
            CaptureNode capture => IsRegular(capture.Body),
            RepeatNode repeat => IsRegular(repeat.Body),
            SetNode or AnchorNode => true,
            _ => false,
        };
}
