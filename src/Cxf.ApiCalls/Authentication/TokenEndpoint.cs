using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Sending;

namespace Cxf.ApiCalls.Authentication;

/// <summary>Requests tokens from token endpoints, with the same address guard as calls.</summary>
internal sealed class TokenEndpoint(AttemptSender sender, TimeProvider timeProvider)
{
    /// <summary>The time limit of a token endpoint; each waiting call also has the limit of its own step.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task<Result<AccessToken>> FetchAsync(
        ApiConnection connection,
        Uri tokenUrl,
        TokenGrant grant,
        X509Certificate2? certificate,
        CancellationToken cancellationToken
    )
    {
        using var clock = new CallDeadline(timeProvider, Limit, cancellationToken);
        var attempt = new Attempt
        {
            Kind = AttemptKind.Token,
            Connection = connection,
            Request = CreateRequest(tokenUrl, grant),
            Url = tokenUrl,
            Credentials = new Credentials { Certificate = certificate },
            IsOwnOrigin = true,
        };
        var result = await SendAsync(attempt, clock);
        if (result.Answer is { } answer)
        {
            // GitHub answers with a form, and some endpoints declare JSON as text.
            var body = answer.Body.ValueKind == JsonValueKind.String ? FormAnswer.Read(answer.Body.GetString()!) : answer.Body;
            return AccessToken.Read(body) is { } token ? token
                : body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out _) ? FailureReason.TokenRefused
                : FailureReason.TokenAnswerUnusable;
        }

        return Explain(result);
    }

    private async ValueTask<AttemptResult> SendAsync(Attempt attempt, CallDeadline clock)
    {
        var state = new ExchangeState();
        while (true)
        {
            var result = await sender.SendAsync(attempt, number: state.Refusals + 1, clock);
            state = state with { Remaining = clock.Remaining };
            var next = NextStep.After(result, state);
            if (next.Kind != NextStepKind.Repeat)
            {
                return result;
            }

            await Task.Delay(next.Delay, timeProvider, clock.Token);
            state = state with { Refusals = state.Refusals + 1 };
        }
    }

    private static PreparedRequest CreateRequest(Uri tokenUrl, TokenGrant grant)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("Accept", "application/json"),
            new("User-Agent", RequestPreparer.UserAgent),
        ];
        if (grant.Authorization is { } authorization)
        {
            headers.Add(new("Authorization", authorization));
        }

        var body = new PreparedBody(Encoding.ASCII.GetBytes(FormText.Write(grant.Form)), BodyWriter.Form);
        return new PreparedRequest(HttpMethod.Post, tokenUrl, new LoggedPath("(token)", IsTemplate: true), headers, body);
    }

    private static FailureReason Explain(AttemptResult result) =>
        (result.Failure, result.Status) switch
        {
            (FailureReason.AddressRefused or FailureReason.PlainHttpRefused or FailureReason.CertificateRefused, _) =>
                result.Failure,
            (_, 408 or 429 or >= 500) => FailureReason.TokenEndpointUnavailable,
            (_, 400 or 401 or 403) => FailureReason.TokenRefused,
            (_, null) when FailureCatalog.WordOf(result.Failure) is ErrorCodes.ApiUnavailable or ErrorCodes.ApiTimeout =>
                FailureReason.TokenEndpointUnavailable,
            (FailureReason.AnswerInterrupted or FailureReason.StepTimedOut, _) => FailureReason.TokenEndpointUnavailable,
            _ => FailureReason.TokenAnswerUnusable,
        };
}
