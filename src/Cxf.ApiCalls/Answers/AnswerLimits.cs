using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Answers;

/// <summary>How much of an answer is read.</summary>
internal static class AnswerLimits
{
    /// <summary>
    /// The maximum size of one answer in bytes, after decompression. It is far above the limit of a step's result, so that
    /// <c>select</c> can reduce it, and far below a function's memory, so that no answer can exhaust it.
    /// </summary>
    public const int MaxBodyBytes = 4 * 1024 * 1024;
}

/// <summary>Whether an answer is small enough to be carried on.</summary>
internal static class AnswerSize
{
    /// <summary>What an answer has besides body and headers: names, numbers, braces.</summary>
    private const int Frame = 256;

    /// <summary>
    /// The maximum number of bytes that one byte of JSON text can become when it is written again: <c>\u003c</c> for <c>&lt;</c>.
    /// </summary>
    private const int MaxGrowth = 6;

    /// <summary>Why the answer cannot be carried on, or null when it can.</summary>
    public static FailureReason? Check(ApiCallAnswer answer, int bodyBytes)
    {
        var headerBytes = 0;
        foreach (var (name, value) in answer.Headers)
        {
            headerBytes += name.Length + value.Length + 6;
        }

        return (bodyBytes + headerBytes) * MaxGrowth + Frame <= ApiCallAnswer.MaxBytes ? null : Measure(answer);
    }

    private static FailureReason? Measure(ApiCallAnswer answer) =>
        answer.ToUtf8().Length <= ApiCallAnswer.MaxBytes ? null : FailureReason.SelectionTooLarge;
}
