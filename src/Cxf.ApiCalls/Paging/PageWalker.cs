using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Sending;

namespace Cxf.ApiCalls.Paging;

/// <summary>Reads all pages of an answer: the last page's status and headers with the items of all of them.</summary>
internal sealed class PageWalker(Exchange exchange)
{
    public async ValueTask<ExchangeResult> ReadAsync(
        ApiConnection connection,
        PreparedRequest request,
        PagingRequest paging,
        CallDeadline clock
    )
    {
        using var items = new PageItems();
        var url =
            paging.Kind == PagingKind.Page
                ? NextPage.WithParameter(request.Url, paging.Parameter!, paging.First.ToString())
                : request.Url;
        var read = 0;
        var sent = 0;
        while (true)
        {
            var result = await exchange.SendAsync(connection, request, url, isRepeatable: true, sent, clock);
            if (result.Answer is not { } page)
            {
                return result;
            }

            read++;
            sent = result.Attempts;
            if (items.Add(page.Body, paging.Items) is not { } count)
            {
                return Fail(FailureReason.PageUnusable, result);
            }

            if (items.Length > AnswerLimits.MaxBodyBytes)
            {
                return Fail(FailureReason.AnswerTooLarge, result);
            }

            var next = NextPage.After(page, count, url, paging, read);
            if (!next.Succeeded)
            {
                return Fail(next.Failure, result);
            }

            if (next.Value is null)
            {
                return result with { Answer = page with { Body = items.ToList(), Length = (int)items.Length } };
            }

            if (read == paging.Limit)
            {
                return Fail(FailureReason.TooManyPages, result);
            }

            url = next.Value;
        }
    }

    private static ExchangeResult Fail(FailureReason failure, in ExchangeResult last) =>
        last with
        {
            Answer = null,
            Failure = failure,
        };
}
