using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.Documents;
using Cxf.Flows.Compiling;

namespace Cxf.Flows.FlowTests;

/// <summary>
/// Writes a stubbed run of a live flow as the engine's mock. An EXPRESS one is started by StartSyncExecution, which answers well
/// even for a run that failed; a STANDARD one is waited for, and its failure is the task's, with the run in the cause.
/// </summary>
internal static class MockedRun
{
    public static void Write(Utf8JsonWriter json, StubCall call, StateMachineType type)
    {
        if (type == StateMachineType.Express || call is StubRun)
        {
            json.WritePropertyName("Return");
            WriteRun(json, call, type);
        }
        else
        {
            json.WriteStartObject("Throw");
            json.WriteString("Error", "States.TaskFailed");
            json.WriteString("Cause", Text(inner => WriteRun(inner, call, type)));
            json.WriteEndObject();
        }

        json.WriteNumber("AfterSeconds", call.After.TotalSeconds);
    }

    private static void WriteRun(Utf8JsonWriter json, StubCall call, StateMachineType type)
    {
        json.WriteStartObject();
        switch (call)
        {
            case StubRun run when type == StateMachineType.Express:
                json.WriteString("Status", "SUCCEEDED");
                json.WriteString("Output", Text(inner => WriteResult(inner, run)));
                break;
            case StubRun run:
                json.WriteString("Status", "SUCCEEDED");
                json.WritePropertyName("Output");
                WriteResult(json, run);
                break;
            case StubError { ErrorCode: FlowErrorCodes.FlowTimeout }:
                json.WriteString("Status", "TIMED_OUT");
                break;
            case StubError error:
                json.WriteString("Status", "FAILED");
                json.WriteString("Error", error.ErrorCode);
                json.WriteString("Cause", error.Message);
                break;
            default:
                throw new ArgumentException("A flow is not answered like this; the rules would have said so.", nameof(call));
        }

        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, StubRun run)
    {
        json.WriteStartObject();
        foreach (var member in run.Result.EnumerateObject().Where(member => member.Name is "message" or "outputs"))
        {
            member.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static string Text(Action<Utf8JsonWriter> write) => JsonOutput.Text(write, ApiCallAnswer.WriterOptions);
}
