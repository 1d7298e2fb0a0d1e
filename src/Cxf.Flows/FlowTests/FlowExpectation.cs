using System.Text.Json;

namespace Cxf.Flows.FlowTests;

/// <summary>The expected outcome of a test; what is null is not compared.</summary>
/// <param name="Status">The answer's status: SUCCEEDED, FAILED or REJECTED.</param>
/// <param name="Pointer">The location of the expectation in the document.</param>
public sealed record FlowExpectation(string Status, string Pointer)
{
    /// <summary>The answer's message.</summary>
    public string? Message { get; init; }

    /// <summary>All outputs by name, as the texts that a contact flow gets.</summary>
    public IReadOnlyDictionary<string, string>? Outputs { get; init; }

    /// <summary>The answer's error code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>
    /// The labels of the steps in the order in which they begin; the steps of a branch or an iteration stand together behind the
    /// step that holds them.
    /// </summary>
    public IReadOnlyList<string>? Path { get; init; }

    /// <summary>What the steps' calls must send.</summary>
    public IReadOnlyList<ExpectedRequests> Requests { get; init; } = [];
}

/// <summary>What the calls of one step must send.</summary>
/// <param name="Label">The step.</param>
/// <param name="Requests">
/// An object for each call, in the order in which they begin: of <c>method</c>, <c>path</c>, <c>query</c>, <c>headers</c>,
/// <c>body</c> (or a called flow's <c>payload</c>) those that are to be compared.
/// </param>
/// <param name="Pointer">Where they stand in the document.</param>
public sealed record ExpectedRequests(string Label, IReadOnlyList<JsonElement> Requests, string Pointer);
