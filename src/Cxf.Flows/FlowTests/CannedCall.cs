using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Outcomes;

namespace Cxf.Flows.FlowTests;

/// <summary>How one call of a step ends in a test.</summary>
/// <param name="After">
/// How long it takes. A call that would take longer than its step's timeout ends as one that timed out.
/// </param>
/// <param name="Pointer">Its location in the document.</param>
public abstract record CannedCall(TimeSpan After, string Pointer);

/// <summary>The platform answers.</summary>
/// <param name="Answer">What.</param>
/// <param name="After">When.</param>
/// <param name="Pointer">Its location in the document.</param>
public sealed record CannedReply(CannedAnswer Answer, TimeSpan After, string Pointer) : CannedCall(After, Pointer);

/// <summary>The way to the platform is in trouble.</summary>
/// <param name="Reason">What happens.</param>
/// <param name="After">When.</param>
/// <param name="Pointer">Its location in the document.</param>
public sealed record CannedTrouble(FailureReason Reason, TimeSpan After, string Pointer) : CannedCall(After, Pointer);

/// <summary>The call fails with an error word, for whatever reason.</summary>
/// <param name="Word">The word.</param>
/// <param name="Message">What a flow that was called says to the caller; empty where it says nothing.</param>
/// <param name="After">When.</param>
/// <param name="Pointer">Its location in the document.</param>
public sealed record CannedError(string Word, string Message, TimeSpan After, string Pointer) : CannedCall(After, Pointer);

/// <summary>A flow that was called ends well.</summary>
/// <param name="Result">Its result: <c>{message, outputs}</c>.</param>
/// <param name="After">When.</param>
/// <param name="Pointer">Its location in the document.</param>
public sealed record CannedRun(JsonElement Result, TimeSpan After, string Pointer) : CannedCall(After, Pointer);
