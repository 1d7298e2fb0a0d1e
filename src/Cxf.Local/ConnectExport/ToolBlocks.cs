using Cxf.Flows.Runs;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// The blocks of a module that an AI agent uses as a tool: one invocation, and an end for each status. A tool has no block that
/// speaks, asks or waits (adminguide/contact-flow-modules.html, "Module as tool supported blocks"), so the agent speaks, and uses
/// the tool again to ask for the result of a run that continues.
/// </summary>
internal static class ToolBlocks
{
    private const string Execute = "Execute the flow";
    private const string Check = "Check the status";
    private const string Remember = "Remember the run";
    private const string NoAnswer = "Return no answer";
    private const string Status = "status";
    private const string Message = "message";
    private const string AnsweredMessage = "$.External." + Message;
    private const string UseAgain = "Use this tool again with the same input to get its result.";

    /// <summary>Adds the blocks. A later use after a run that succeeded starts a new run, as in every module.</summary>
    public static void AddTo(ActionList actions, ExportRequest request)
    {
        var limit = FlowParameters.LimitSeconds(request);
        var attribute = FlowParameters.LastSuccess(request);
        actions.Invoke(
            Execute,
            request.ExecuteFlowArn,
            limit,
            FlowParameters.ToExecute(request, asks: false, limit, ("afterRunId", "$.Attributes." + attribute)),
            Check,
            NoAnswer
        );
        actions.Compare(
            Check,
            "$.External.status",
            NoAnswer,
            (AnswerStatus.Succeeded, Remember),
            (AnswerStatus.Running, End(AnswerStatus.Running)),
            (AnswerStatus.Failed, End(AnswerStatus.Failed)),
            (AnswerStatus.Rejected, End(AnswerStatus.Rejected))
        );
        actions.Save(Remember, new() { [attribute] = "$.External.runId" }, End(AnswerStatus.Succeeded));
        (string, string)[] outputs = [.. ExportedContract.Outputs(request.Flow).Select(name => (name, "$.External." + name))];
        Return(actions, AnswerStatus.Succeeded, [RunId, (Message, AnsweredMessage), .. outputs]);
        Return(actions, AnswerStatus.Running, [RunId, (Message, "The flow is still running. " + UseAgain)]);
        Return(actions, AnswerStatus.Failed, [RunId, ErrorCode, (Message, AnsweredMessage)]);
        Return(actions, AnswerStatus.Rejected, [ErrorCode, (Message, AnsweredMessage)]);
        RunEnds.Return(
            actions,
            NoAnswer,
            AnswerStatus.Failed,
            [(Status, AnswerStatus.Failed), (Message, "The flow did not answer. " + UseAgain)]
        );
    }

    private static (string Name, string Value) RunId => ("runId", "$.External.runId");

    private static (string Name, string Value) ErrorCode => ("errorCode", "$.External.errorCode");

    // Whether an agent learns the branch is not documented, so the status is a value, too.
    private static void Return(ActionList actions, string status, (string Name, string Value)[] data) =>
        RunEnds.Return(actions, End(status), status, data.Prepend((Status, status)));

    private static string End(string status) => "Return " + status;
}
