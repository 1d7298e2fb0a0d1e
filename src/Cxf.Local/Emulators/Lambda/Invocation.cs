namespace Cxf.Local.Emulators.Lambda;

/// <summary>An event on its way through a function's process.</summary>
internal sealed class Invocation(string requestId, ReadOnlyMemory<byte> payload)
{
    private readonly TaskCompletionSource<InvocationResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId => requestId;

    public ReadOnlyMemory<byte> Payload => payload;

    public Task<InvocationResult> Result => _result.Task;

    /// <summary>Ends the invocation; false when it had ended already.</summary>
    public bool TryEnd(ReadOnlyMemory<byte> answer, bool isError) =>
        _result.TrySetResult(new InvocationResult(requestId, answer, isError));
}
