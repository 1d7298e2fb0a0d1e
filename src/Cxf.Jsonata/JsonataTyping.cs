namespace Cxf.Jsonata;

/// <summary>The result of type inference.</summary>
/// <param name="Result">The shape of the result; it includes the result of every evaluation.</param>
/// <param name="Conflicts">The conflicts, in the order of the text.</param>
public sealed record JsonataTyping(JsonataShape Result, IReadOnlyList<JsonataConflict> Conflicts);

/// <summary>A part of an expression that cannot do what its author intended.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">The position, in UTF-16 units from the start of the expression's text.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
public sealed record JsonataConflict(JsonataConflictKind Kind, int Position, string Message);

/// <summary>The kinds of conflicts.</summary>
public enum JsonataConflictKind
{
    /// <summary>
    /// The evaluation fails here whenever an operand or an argument has a value: its kind is never one that is accepted.
    /// </summary>
    AlwaysFails,

    /// <summary>The comparison always has the same result: its sides never have the same kind.</summary>
    NeverEqual,

    /// <summary>The object never has a field of this name.</summary>
    NoSuchField,

    /// <summary>The object is not documented to have a field of this name (<see cref="JsonataShape.IsDocumented"/>).</summary>
    NotDocumented,
}
