namespace Cxf.Jsonata;

/// <summary>One place of an expression of which it is provable that it does not do what its author meant.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">Where, in UTF-16 units from the start of the expression's text.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
public sealed record JsonataConflict(JsonataConflictKind Kind, int Position, string Message);

/// <summary>The kinds of provable mistakes.</summary>
public enum JsonataConflictKind
{
    /// <summary>Evaluating this place always fails: an operand or an argument is of a kind that is refused.</summary>
    AlwaysFails,

    /// <summary>The comparison gives the same result always: its sides are never of the same kind.</summary>
    NeverEqual,

    /// <summary>The object never has a field of this name.</summary>
    NoSuchField,
}
