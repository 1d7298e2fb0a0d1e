using System.Runtime.InteropServices;
using System.Text.Json;
using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Selecting;
using Cxf.ApiCalls.Sending;

namespace Cxf.ApiCalls.Answers;

/// <summary>
/// An answer that a test makes up for a third party. It is classified, selected from and measured as a real one.
/// </summary>
/// <param name="Status">The HTTP status. Redirects are not followed, and requested waits are skipped.</param>
/// <param name="Headers">The answer's headers by name.</param>
/// <param name="Body">The body as JSON; text is a string, no body is null. Of a call that reads pages: all items.</param>
public sealed record StubAnswer(int Status, IReadOnlyDictionary<string, string> Headers, JsonElement Body)
{
    /// <summary>What a call gives that gets this answer.</summary>
    /// <param name="select">The call's <c>select</c>, or null.</param>
    /// <param name="duration">How long the call took.</param>
    /// <param name="timeProvider">The clock of expressions that read the time.</param>
    public ApiCallOutcome ToOutcome(string? select, TimeSpan duration, TimeProvider timeProvider)
    {
        if (StatusClassifier.Classify(Status) is { } refusal)
        {
            return Failed(refusal, duration);
        }

        var headers = ShownHeaders();
        var body = Body;
        if (select is not null)
        {
            var raw = new RawAnswer(Status, headers, body, Length(body));
            var selected = new Selector(timeProvider).Select(select, raw, CancellationToken.None);
            if (!selected.Succeeded)
            {
                return Failed(selected.Failure, duration);
            }

            body = selected.Value;
        }

        var answer = new ApiCallAnswer(Status, headers, body, 1, duration);
        return AnswerSize.Check(answer, Length(body)) is { } problem ? Failed(problem, duration) : ApiCallOutcome.Of(answer);
    }

    /// <summary>
    /// What a call with a fallback gives that fails, and whose last good answer was this one: without what is not stored, or a
    /// failure where the answer cannot be stored.
    /// </summary>
    /// <param name="select">The call's <c>select</c>, or null.</param>
    /// <param name="sensitive">The names of members that are never stored.</param>
    /// <param name="age">How old the answer is.</param>
    /// <param name="duration">How long the call took.</param>
    /// <param name="timeProvider">The clock of expressions that read the time.</param>
    public ApiCallOutcome ToOlderOutcome(
        string? select,
        IReadOnlyList<string> sensitive,
        TimeSpan age,
        TimeSpan duration,
        TimeProvider timeProvider
    )
    {
        var outcome = ToOutcome(select, duration, timeProvider);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        var raw = new RawAnswer(Status, ShownHeaders(), Body, Length(Body));
        var members = new SensitiveMembers(sensitive);
        var selector = new Selector(timeProvider);
        return
            AnswerText.Write(raw, outcome.Answer.Body, select, members, selector, CancellationToken.None) is { } text
            && AnswerText.Read(text) is { } stored
            ? ApiCallOutcome.Of(
                stored with
                {
                    Attempts = outcome.Answer.Attempts,
                    Duration = duration,
                    Age = age,
                    IsStale = true,
                }
            )
            : ApiCallOutcome.Of(
                new ApiCallFailure(FailureReason.ServerError, RetryIsSafe: true, RetryAfter: null, null, 1, duration)
            );
    }

    /// <summary>The values of a header that comes more than once, as the call gives them.</summary>
    public static string JoinHeader(IEnumerable<string> values) => AnswerHeaders.Join(values);

    private Dictionary<string, string> ShownHeaders() =>
        Headers
            .Where(header => AnswerHeaders.IsShown(header.Key))
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value, StringComparer.Ordinal);

    private static int Length(JsonElement body) => JsonMarshal.GetRawUtf8Value(body).Length;

    private ApiCallOutcome Failed(FailureReason reason, TimeSpan duration) =>
        ApiCallOutcome.Of(new ApiCallFailure(reason, RetryIsSafe: false, RetryAfter: null, Status, 1, duration));
}
