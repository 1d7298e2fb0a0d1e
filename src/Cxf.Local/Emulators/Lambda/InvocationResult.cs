namespace Cxf.Local.Emulators.Lambda;

/// <summary>How an invocation ended.</summary>
/// <param name="RequestId">Lambda's id of the invocation.</param>
/// <param name="Payload">The answer, or the error document.</param>
/// <param name="IsError">Whether the payload is an error document.</param>
internal sealed record InvocationResult(string RequestId, ReadOnlyMemory<byte> Payload, bool IsError)
{
    /// <summary>The end of its log; null where no process took the event.</summary>
    public LogTail? Log { get; init; }
}
