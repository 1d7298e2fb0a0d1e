using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Outcomes;

namespace Cxf.Flows.FlowTests;

/// <summary>How one call of a step ends in a test.</summary>
/// <param name="After">
/// How long it takes. A call that would take longer than its step's timeout ends as one that timed out.
/// </param>
/// <param name="Pointer">Its location in the document.</param>
public abstract record StubCall(TimeSpan After, string Pointer);

/// <summary>The third party answers.</summary>
/// <param name="Answer">What.</param>
/// <param name="After">When.</param>
/// <param name="Pointer">Its location in the document.</param>
public sealed record StubReply(StubAnswer Answer, TimeSpan After, string Pointer) : StubCall(After, Pointer)
{
    /// <summary>
    /// How old the answer is: the third party fails, and this is what it answered before. Null for an answer of the third party
    /// itself.
    /// </summary>
    public TimeSpan? Age { get; init; }

    /// <summary>Whether the body is what the step's <c>select</c> kept, as the history of a run has it. Default: no.</summary>
    public bool IsSelected { get; init; }
}

/// <summary>The way to the third party is in trouble.</summary>
/// <param name="Reason">What happens.</param>
/// <param name="After">When.</param>
/// <param name="Pointer">Its location in the document.</param>
public sealed record StubFault(FailureReason Reason, TimeSpan After, string Pointer) : StubCall(After, Pointer);

/// <summary>The call fails with an error code, for whatever reason.</summary>
/// <param name="ErrorCode">The error code.</param>
/// <param name="Message">What a flow that was called says to the caller; empty where it says nothing.</param>
/// <param name="After">When.</param>
/// <param name="Pointer">Its location in the document.</param>
public sealed record StubError(string ErrorCode, string Message, TimeSpan After, string Pointer) : StubCall(After, Pointer);

/// <summary>A flow that was called ends well.</summary>
/// <param name="Result">Its result: <c>{message, outputs}</c>.</param>
/// <param name="After">When.</param>
/// <param name="Pointer">Its location in the document.</param>
public sealed record StubRun(JsonElement Result, TimeSpan After, string Pointer) : StubCall(After, Pointer);
