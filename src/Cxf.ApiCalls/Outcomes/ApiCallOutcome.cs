using System.Diagnostics.CodeAnalysis;
using Cxf.ApiCalls.Answers;

namespace Cxf.ApiCalls.Outcomes;

/// <summary>How a call ended: with an answer, or with a failure. Failures of the outside world are values, never exceptions.</summary>
public sealed class ApiCallOutcome
{
    private ApiCallOutcome(ApiCallAnswer? answer, ApiCallFailure? failure)
    {
        Answer = answer;
        Failure = failure;
    }

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Answer))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Answer is not null;

    /// <summary>The answer, or null.</summary>
    public ApiCallAnswer? Answer { get; }

    /// <summary>The failure, or null.</summary>
    public ApiCallFailure? Failure { get; }

    /// <summary>The outcome of a call that was answered.</summary>
    public static ApiCallOutcome Of(ApiCallAnswer answer) => new(answer, null);

    /// <summary>The outcome of a call that failed.</summary>
    public static ApiCallOutcome Of(ApiCallFailure failure) => new(null, failure);
}
