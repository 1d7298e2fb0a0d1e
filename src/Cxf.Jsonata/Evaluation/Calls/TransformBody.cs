namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>What a transform says.</summary>
/// <param name="Pattern">Which objects change.</param>
/// <param name="Update">What is merged into each.</param>
/// <param name="Delete">Which properties go, or null.</param>
/// <param name="CloneFunction">The variable <c>$clone</c>, which an expression may replace.</param>
/// <param name="NamesPrototype">The pattern names a member of JavaScript's object prototype, which the reference refuses.</param>
/// <param name="Position">Where errors say the transform is.</param>
/// <param name="UpdatePosition">Where errors say the update is.</param>
/// <param name="DeletePosition">Where errors say the deletion is.</param>
internal sealed record TransformBody(
    Evaluator Pattern,
    Evaluator Update,
    Evaluator? Delete,
    Evaluator CloneFunction,
    bool NamesPrototype,
    int Position,
    int UpdatePosition,
    int DeletePosition);
