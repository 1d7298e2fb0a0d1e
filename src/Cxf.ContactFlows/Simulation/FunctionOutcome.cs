using System.Text.Json;

namespace Cxf.ContactFlows.Simulation;

/// <summary>The result of one invocation for the contact flow.</summary>
/// <param name="Answer">The answer that $.External refers to from now on; null when it failed.</param>
/// <param name="Failure">Why it failed, for the reader of the call; null when it did not.</param>
/// <param name="Tries">How many times the function was called.</param>
/// <param name="Duration">All tries together.</param>
public sealed record FunctionOutcome(JsonElement? Answer, string? Failure, int Tries, TimeSpan Duration);
