namespace Cxf.Local.Output;

/// <summary>One try of a state's task.</summary>
/// <param name="Started">When it was scheduled.</param>
/// <param name="Ended">When its answer or error came; null where the execution ended before.</param>
/// <param name="Sent">What it sent; null if that is not known.</param>
/// <param name="Output">The task's answer as JSON, or null.</param>
/// <param name="Error">The error's name, or null.</param>
/// <param name="Cause">The error's cause.</param>
internal sealed record StepAttempt(
    DateTimeOffset Started,
    DateTimeOffset? Ended,
    SentCall? Sent,
    string? Output,
    string? Error,
    string? Cause
);
