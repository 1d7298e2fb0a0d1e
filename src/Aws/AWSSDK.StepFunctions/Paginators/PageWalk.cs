using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Requests page after page until an answer contains no token.</summary>
internal sealed class PageWalk<TRequest, TResponse>(
    TRequest request,
    Action<TRequest, string> setToken,
    Func<TRequest, CancellationToken, Task<TResponse>> ask,
    Func<TResponse, string> nextToken
) : IPaginator<TResponse>
    where TRequest : AmazonStepFunctionsRequest
{
    private int _used;

    async IAsyncEnumerable<TResponse> IPaginator<TResponse>.PaginateAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // The walk writes its token into the caller's request, so a second one would start in the middle.
        if (Interlocked.Exchange(ref _used, 1) != 0)
        {
            throw new InvalidOperationException(
                "Paginator has already been consumed and cannot be reused. Please create a new instance."
            );
        }

        PaginatorUtils.SetUserAgentAdditionOnRequest(request);
        string token;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await ask(request, cancellationToken);
            token = nextToken(page);
            setToken(request, token);
            yield return page;
        } while (!string.IsNullOrEmpty(token));
    }
}
