using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Outbound;

/// <summary>Carries the guard's refusal out of SocketsHttpHandler's callbacks; it becomes its reason at the sender.</summary>
internal sealed class OutboundRefusedException(FailureReason reason) : Exception("Calls to this address are not allowed.")
{
    public FailureReason Reason { get; } = reason;
}
