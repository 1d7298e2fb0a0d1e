namespace Cxf.Flows.FlowTests;

/// <summary>One way on from a step: its <c>next</c>, a choice or an error branch.</summary>
/// <param name="From">The step's label.</param>
/// <param name="Name">The way as the document names it: <c>next</c>, <c>onError/ApiTimeout</c>, <c>choices/0/next</c>.</param>
/// <param name="To">The label of the step it leads to.</param>
/// <param name="Pointer">Its location in the document (RFC 6901).</param>
/// <param name="Taken">How often the tests took it.</param>
public sealed record FlowWay(string From, string Name, string To, string Pointer, int Taken)
{
    /// <summary>
    /// When a run takes it, in words; for the author of a test that is to: <c>rest_api_1 ends with ApiTimeout</c>.
    /// </summary>
    public required string When { get; init; }
}

/// <summary>One move of a run from a step to the next.</summary>
/// <param name="From">The step that ended, by its state's name.</param>
/// <param name="To">The step that began.</param>
/// <param name="Error">The error code that the step ended with; null when it ended with a result.</param>
internal sealed record StepMove(string From, string To, string? Error);
