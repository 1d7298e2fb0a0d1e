using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>
/// The integration <c>aws-sdk:sfn:startSyncExecution</c>: the API's answer with capital letters, input and output as text.
/// A child that failed is a success of the call.
/// </summary>
internal sealed class SyncExecutionHandler(StepFunctionsService service) : ITaskHandler
{
    public async ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var child = ChildExecution.Start(service, call, synchronous: true, "Sfn");
        await child.WaitForEnd(cancellationToken);
        var billing = Billing.Of(child.StopDate!.Value - child.StartDate);
        using var writer = PayloadWriter.Rent();
        var json = writer.Json;
        json.WriteStartObject();
        json.WriteStartObject("BillingDetails");
        json.WriteNumber("BilledDurationInMilliseconds", billing.BilledDurationInMilliseconds);
        json.WriteNumber("BilledMemoryUsedInMB", billing.BilledMemoryUsedInMB);
        json.WriteEndObject();
        ChildExecution.WriteMembers(json, child, parsed: false);
        json.WriteString("StartDate", Timestamp.Print(child.StartDate));
        json.WriteString("StopDate", Timestamp.Print(child.StopDate!.Value));
        json.WriteEndObject();
        return writer.ToPayload();
    }
}
