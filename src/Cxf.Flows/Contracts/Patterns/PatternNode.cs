namespace Cxf.Flows.Contracts.Patterns;

/// <summary>A part of a pattern. Groups leave no node: nothing refers to what they matched.</summary>
internal abstract record PatternNode;

/// <summary>One character of a set.</summary>
internal sealed record CharacterNode(CodePointSet Set) : PatternNode;

/// <summary>Parts that follow each other; an empty list matches the empty text.</summary>
internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

/// <summary>One of several parts.</summary>
internal sealed record ChoiceNode(IReadOnlyList<PatternNode> Branches) : PatternNode;

/// <summary>A part that comes several times.</summary>
/// <param name="Part">The part.</param>
/// <param name="Min">How many times at least.</param>
/// <param name="Max">How many times at most; null for any number.</param>
internal sealed record RepeatNode(PatternNode Part, int Min, int? Max) : PatternNode;

/// <summary>A place in the text.</summary>
internal sealed record PlaceNode(PatternPlace Place) : PatternNode;

/// <summary>Look-around: a part that must, or must not, match from here on or up to here.</summary>
internal sealed record LookNode(PatternNode Part, bool IsBehind, bool IsNegative) : PatternNode;

/// <summary>The places that a pattern can ask for.</summary>
internal enum PatternPlace
{
    /// <summary><c>^</c></summary>
    Start,

    /// <summary><c>$</c></summary>
    End,

    /// <summary><c>\b</c></summary>
    WordBoundary,

    /// <summary><c>\B</c></summary>
    NoWordBoundary,
}
