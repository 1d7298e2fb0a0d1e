using System.Text.Json;

namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// Calls a function by its ARN with the Connect event as UTF-8 JSON. <paramref name="limit"/> is how long the contact flow
/// waits; a function that takes longer is not stopped, as on AWS, and its answer is not heard. An exception counts as a
/// function that could not be reached.
/// </summary>
public delegate ValueTask<FunctionAnswer> InvokeFunction(
    string functionArn,
    ReadOnlyMemory<byte> eventJson,
    TimeSpan limit,
    CancellationToken cancellationToken
);

/// <summary>The answer of a function.</summary>
/// <param name="Payload">The answer as UTF-8 JSON; Lambda's error document when <paramref name="Error"/> is set.</param>
/// <param name="Error">Why it failed, such as the error type; null for an answer.</param>
public readonly record struct FunctionAnswer(ReadOnlyMemory<byte> Payload, string? Error = null);

/// <summary>The result of one invocation for the contact flow.</summary>
/// <param name="Answer">The answer that $.External refers to from now on; null when it failed.</param>
/// <param name="Failure">Why it failed, for the reader of the call; null when it did not.</param>
/// <param name="Tries">How many times the function was called.</param>
/// <param name="Duration">All tries together.</param>
public sealed record FunctionOutcome(JsonElement? Answer, string? Failure, int Tries, TimeSpan Duration);
