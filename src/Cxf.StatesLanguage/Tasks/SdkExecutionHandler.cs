using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>The integration <c>aws-sdk:sfn:startExecution</c>: the API's answer with capital letters.</summary>
internal sealed class SdkExecutionHandler(StepFunctionsService service) : ITaskHandler
{
    public ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var child = ChildExecution.Start(service, call, synchronous: false, "Sfn");
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartObject();
        writer.Json.WriteString("ExecutionArn", child.Arn);
        writer.Json.WriteString("StartDate", Timestamp.Print(child.StartDate));
        writer.Json.WriteEndObject();
        return ValueTask.FromResult(writer.ToPayload());
    }
}
