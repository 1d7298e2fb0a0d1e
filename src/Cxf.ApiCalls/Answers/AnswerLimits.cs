namespace Cxf.ApiCalls.Answers;

/// <summary>How much of an answer is read.</summary>
internal static class AnswerLimits
{
    /// <summary>
    /// The most bytes of one answer, after decompression. Far above what a step can carry on, so that <c>select</c> has something
    /// to choose from, and far below a function's memory, so that no answer can exhaust it.
    /// </summary>
    public const int MaxBodyBytes = 4 * 1024 * 1024;
}
