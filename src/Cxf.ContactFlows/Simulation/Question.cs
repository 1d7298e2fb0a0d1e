namespace Cxf.ContactFlows.Simulation;

/// <summary>What the simulated caller answers: the keys pressed, or null for none in time.</summary>
public delegate ValueTask<string?> AnswerQuestion(Question question, CancellationToken cancellationToken);

/// <summary>A question that the contact flow asks.</summary>
/// <param name="Action">The identifier of the asking action.</param>
/// <param name="Text">What the caller hears.</param>
/// <param name="TimeLimit">How long the flow waits for the first key.</param>
/// <param name="StoresInput">Whether several digits are wanted; else one key.</param>
/// <param name="WantsIntent">Whether a bot asks, and what it understands is wanted instead of keys.</param>
public sealed record Question(string Action, string Text, TimeSpan TimeLimit, bool StoresInput, bool WantsIntent = false);
