using Cxf.Jsonata.Compilation;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>What is known of a call from the text.</summary>
/// <param name="Position">Where errors say it is.</param>
/// <param name="Name">The function's name where it is called by one.</param>
/// <param name="Depth">How many evaluations of the reference wait for the call, counted from the function it stands in.</param>
/// <param name="Suggestion">The variable of the same name where the call lacks its <c>$</c>.</param>
/// <param name="Scope">The variables that can be seen.</param>
internal sealed record CallPlace(int Position, string? Name, int Depth, VariableEvaluator? Suggestion, Scope Scope);
