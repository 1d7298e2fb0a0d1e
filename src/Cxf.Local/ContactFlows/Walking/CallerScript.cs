namespace Cxf.Local.ContactFlows.Walking;

/// <summary>A caller who knows what to press: one entry per question, null for nothing; nothing when the entries are used up.</summary>
internal sealed class CallerScript(params IEnumerable<string?> keys)
{
    private readonly Queue<string?> keys = new(keys);

    public ValueTask<string?> AnswerAsync(Question question, CancellationToken cancellationToken) =>
        new(keys.TryDequeue(out var next) ? next : null);
}
