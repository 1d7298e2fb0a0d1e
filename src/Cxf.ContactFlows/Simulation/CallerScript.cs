namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// A caller who knows what to press: one entry per question, null for nothing; nothing when the entries are used up.
/// </summary>
public sealed class CallerScript(params IEnumerable<string?> keys)
{
    private readonly Queue<string?> _keys = new(keys);
    private readonly List<string> _ignored = [];
    private Queue<string> _intents = new();

    /// <summary>What bots still have to understand, one entry per bot's question. Default: nothing.</summary>
    public IEnumerable<string> Intents
    {
        get => _intents;
        init => _intents = new Queue<string>(value);
    }

    /// <summary>
    /// The keys that no question took: the rest of an answer to a menu, and the answers after the last question.
    /// </summary>
    public IReadOnlyList<string> Unused => [.. _ignored, .. _keys.OfType<string>()];

    /// <summary>The next entry for the question; give it to <see cref="CallOptions.Caller"/>.</summary>
    public ValueTask<string?> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.WantsIntent)
        {
            return new(_intents.TryDequeue(out var intent) ? intent : null);
        }

        var keys = _keys.TryDequeue(out var next) ? next : null;
        if (question is { StoresInput: false, KeepsKeys: false } && keys is { Length: > 1 })
        {
            _ignored.Add(keys[1..]);
        }

        return new(keys);
    }
}

/// <summary>What the simulated caller answers: the keys pressed, or null for none in time.</summary>
public delegate ValueTask<string?> AnswerQuestion(Question question, CancellationToken cancellationToken);

/// <summary>A question that the contact flow asks.</summary>
/// <param name="Action">The identifier of the asking action.</param>
/// <param name="Text">What the caller hears.</param>
/// <param name="TimeLimit">How long the flow waits for the first key.</param>
/// <param name="StoresInput">Whether several digits are wanted; else one key.</param>
/// <param name="WantsIntent">Whether a bot asks, and what it understands is wanted instead of keys.</param>
public sealed record Question(string Action, string Text, TimeSpan TimeLimit, bool StoresInput, bool WantsIntent = false)
{
    /// <summary>Whether keys that the question does not take wait for the next one. Default: no, they are lost.</summary>
    public bool KeepsKeys { get; init; }
}
