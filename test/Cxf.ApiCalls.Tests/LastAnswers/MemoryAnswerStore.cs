using System.Collections.Concurrent;
using Cxf.ApiCalls.LastAnswers;

namespace Cxf.ApiCalls.Tests.LastAnswers;

/// <summary>Stored answers in memory. It can fail, at once or by not answering.</summary>
internal sealed class MemoryAnswerStore : IAnswerStore
{
    public ConcurrentDictionary<AnswerKey, StoredAnswer> Answers { get; } = new();

    public int Writes { get; private set; }

    public int Reads { get; private set; }

    public bool Fails { get; set; }

    public bool Hangs { get; set; }

    public bool IsHanging { get; private set; }

    public async ValueTask<StoredAnswer?> FindAsync(AnswerKey key, CancellationToken cancellationToken)
    {
        Reads++;
        await FailAsync(cancellationToken);
        return Answers.GetValueOrDefault(key);
    }

    public async ValueTask KeepAsync(
        AnswerKey key,
        StoredAnswer answer,
        DateTimeOffset replacedBefore,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    )
    {
        Writes++;
        await FailAsync(cancellationToken);
        Answers[key] = answer;
    }

    private async ValueTask FailAsync(CancellationToken cancellationToken)
    {
        if (Fails && Hangs)
        {
            IsHanging = true;
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                IsHanging = false;
            }
        }

        if (Fails)
        {
            throw new InvalidOperationException("The table does not answer.");
        }
    }
}
