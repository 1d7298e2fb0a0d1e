using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores;

/// <summary>A record of the configuration that is not as this product writes it. Reading it again does not help.</summary>
/// <param name="tenant">Whose record it is.</param>
/// <param name="flow">The flow that it is about.</param>
/// <param name="inner">What reading it failed with.</param>
public sealed class UnreadableRecordException(TenantId tenant, FlowId flow, Exception inner)
    : Exception(
        $"The record of what is live of the flow {tenant}/{flow} cannot be read. Restore it, or delete the flow and publish it again.",
        inner
    )
{
    /// <summary>Reads what is live of a flow.</summary>
    /// <exception cref="UnreadableRecordException">Reading it failed.</exception>
    public static LiveFlow Read(TenantId tenant, FlowId flow, Func<LiveFlow> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
        {
            throw new UnreadableRecordException(tenant, flow, exception);
        }
    }
}
