using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores;

/// <summary>A record of the configuration that is not as this product writes it. Reading it again does not help.</summary>
/// <param name="record">Which of the flow's records: live, draft.</param>
/// <param name="tenant">The tenant that owns the record.</param>
/// <param name="flow">The flow that it is about.</param>
/// <param name="remedy">What to do about it.</param>
/// <param name="inner">What reading it failed with.</param>
public sealed class UnreadableRecordException(string record, TenantId tenant, FlowId flow, string remedy, Exception inner)
    : Exception($"The {record} record of the flow {tenant}/{flow} cannot be read. {remedy}", inner)
{
    /// <summary>Reads the live flow.</summary>
    /// <exception cref="UnreadableRecordException">Reading it failed.</exception>
    public static LiveFlow ReadLive(TenantId tenant, FlowId flow, Func<LiveFlow> read) =>
        Read("live", tenant, flow, "Restore it, or delete the flow and publish it again.", read);

    /// <summary>Reads a draft.</summary>
    /// <exception cref="UnreadableRecordException">Reading it failed.</exception>
    public static FlowDraft ReadDraft(TenantId tenant, FlowId flow, Func<FlowDraft> read) =>
        Read(
            "draft",
            tenant,
            flow,
            "Save the draft again: cxf publish writes \"document\" as text and \"revision\" as a number.",
            read
        );

    private static T Read<T>(string record, TenantId tenant, FlowId flow, string remedy, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
        {
            throw new UnreadableRecordException(record, tenant, flow, remedy, exception);
        }
    }
}
