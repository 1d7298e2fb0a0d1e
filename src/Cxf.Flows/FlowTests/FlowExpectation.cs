namespace Cxf.Flows.FlowTests;

/// <summary>What must come of a test; what is null is not compared.</summary>
/// <param name="Status">The answer's status: SUCCEEDED, FAILED or REJECTED.</param>
/// <param name="Pointer">Where the expectation stands in the document.</param>
public sealed record FlowExpectation(string Status, string Pointer)
{
    /// <summary>The answer's message.</summary>
    public string? Message { get; init; }

    /// <summary>All outputs by name, as the texts that a contact flow gets.</summary>
    public IReadOnlyDictionary<string, string>? Outputs { get; init; }

    /// <summary>The answer's error word.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>
    /// The labels of the steps in the order in which they begin; the steps of a branch or an iteration stand together behind the
    /// step that holds them.
    /// </summary>
    public IReadOnlyList<string>? Path { get; init; }

    /// <summary>What the steps' calls must send.</summary>
    public IReadOnlyList<ExpectedRequests> Requests { get; init; } = [];
}
