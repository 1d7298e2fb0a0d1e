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
