namespace Cxf.ContactFlows.Simulation;

/// <summary>A caller who knows what to press: one entry per question, null for nothing; nothing when the entries are used up.</summary>
public sealed class CallerScript(params IEnumerable<string?> keys)
{
    private readonly Queue<string?> _keys = new(keys);
    private Queue<string> _intents = new();

    /// <summary>What bots still have to understand, one entry per bot's question. Default: nothing.</summary>
    public IEnumerable<string> Intents
    {
        get => _intents;
        init => _intents = new Queue<string>(value);
    }

    /// <summary>The next entry for the question; give it to <see cref="CallOptions.Caller"/>.</summary>
    public ValueTask<string?> AnswerAsync(Question question, CancellationToken cancellationToken) => new(
        question.WantsIntent ? _intents.TryDequeue(out var intent) ? intent : null
        : _keys.TryDequeue(out var next) ? next : null);
}
