namespace Cxf.Flows.FlowTests;

/// <summary>What the calls of one step are answered.</summary>
/// <param name="Label">The step.</param>
/// <param name="Answers">Its answers.</param>
/// <param name="Pointer">Where they stand in the document.</param>
public sealed record StepAnswers(string Label, AnswerList Answers, string Pointer);

/// <summary>
/// Answers in the order of the calls, retries and later visits of the step included. Inside a <c>forEach</c> there is a list
/// for each iteration instead, because iterations may overlap.
/// </summary>
/// <param name="Calls">The answers; empty where there are iterations.</param>
/// <param name="Iterations">The lists of the iterations by index.</param>
/// <param name="Pointer">The location of the list in the document.</param>
public sealed record AnswerList(IReadOnlyList<StubCall> Calls, IReadOnlyList<AnswerList> Iterations, string Pointer);
