using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.LastAnswers;

/// <summary>Where the last good answers of calls are kept, for the processes that come later.</summary>
public interface IAnswerStore
{
    /// <summary>The answer of a key, or null. An exception means that the store cannot be reached.</summary>
    ValueTask<StoredAnswer?> FindAsync(AnswerKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps an answer unless there is one that is new enough. An exception means that the store cannot be written.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="replacedBefore">An answer that was stored at this instant or later stays.</param>
    /// <param name="expiresAt">When the store can remove it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask KeepAsync(
        AnswerKey key,
        StoredAnswer answer,
        DateTimeOffset replacedBefore,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    );
}

/// <summary>An answer as it is stored.</summary>
/// <param name="Json">The JSON text of <c>{status, headers, body}</c>.</param>
/// <param name="StoredAt">When the third party gave it, to the second.</param>
public sealed record StoredAnswer(string Json, DateTimeOffset StoredAt);

/// <summary>What an answer is stored under.</summary>
/// <param name="Tenant">The tenant, who alone can read it.</param>
/// <param name="Generation">The tenant's generation: the next tenant of the same ID cannot.</param>
/// <param name="Hash">A hash of the connection, the request, the selection and the credentials.</param>
public readonly record struct AnswerKey(TenantId Tenant, int Generation, string Hash);
