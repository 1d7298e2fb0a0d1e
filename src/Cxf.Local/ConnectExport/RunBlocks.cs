using System.Text.Json.Nodes;
using Cxf.Flows;
using Cxf.Flows.Compiling;
using Cxf.Flows.Runs;
using Cxf.Flows.Timing;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// The blocks that run a flow for a caller, the same in a contact flow and in a module: a sentence while the caller waits, the
/// invocation, polling for a run that continues, starting again a run that did not begin, and a sentence for every possible end.
/// </summary>
internal static class RunBlocks
{
    /// <summary>The first of the blocks.</summary>
    public const string First = "Say please wait";

    /// <summary>The block for whatever should not happen.</summary>
    public const string Apology = "Apologise";

    /// <summary>The block that speaks while a run continues.</summary>
    public const string Comfort = "Say one moment";

    private const string Execute = "Execute the flow";
    private const string Again = "Try again";
    private const string Answer = "Say the answer";
    private const string Forget = "Forget the last run";
    private const string Remember = "Remember the run";
    private const string Later = "Say try later";
    private const string Why = "Check the error";

    // With the comfort sentence and the question itself, each round takes some six seconds: a minute in all.
    private const int Rounds = 10;
    private const int PauseSeconds = 3;

    /// <summary>
    /// Adds the blocks of a contact flow that runs the flow at one location. The key names that location, so that a caller who
    /// reaches it again in the same call hears the first answer again. All blocks lead to <paramref name="end"/>, except a
    /// refused request.
    /// </summary>
    public static void AddTo(ActionList actions, ExportRequest request, string end, string refused) =>
        AddTo(
            actions,
            request,
            RunEnds.At(end) with
            {
                Refused = refused,
            },
            Answer,
            asks: true,
            ("requestKey", "press-" + request.Key)
        );

    /// <summary>
    /// Adds the blocks of a module, which a call can reach at several locations and several times. After a run that succeeded, a
    /// new run starts. Before that, the effect of the first run is unknown, so the same payload finds that run again.
    /// </summary>
    public static void AddReusable(ActionList actions, ExportRequest request)
    {
        // The attributes may hold what the module did before in this call.
        actions.Save(
            Forget,
            new JsonObject
            {
                ["cxfStatus"] = FlowAnswer.None,
                ["cxfErrorCode"] = FlowAnswer.None,
                ["cxfRunId"] = FlowAnswer.None,
            },
            First
        );
        var attribute = FlowParameters.LastSuccess(request);
        AddTo(
            actions,
            request,
            RunEnds.AddTo(actions, request),
            Remember,
            asks: false,
            ("afterRunId", "$.Attributes." + attribute)
        );
        actions.Save(Remember, new JsonObject { [attribute] = "$.External.runId" }, Answer);
    }

    private static void AddTo(
        ActionList actions,
        ExportRequest request,
        RunEnds ends,
        string succeeded,
        bool asks,
        params ReadOnlySpan<(string Name, string Value)> step
    )
    {
        var limit = FlowParameters.LimitSeconds(request);
        actions.Say(First, "Thank you. Please wait a moment.", Execute);
        actions.Invoke(
            Execute,
            request.ExecuteFlowArn,
            limit,
            FlowParameters.ToExecute(request, asks, limit, step),
            "Save the answer",
            Apology
        );
        actions.Save("Save the answer", Saved(("cxfRunId", "runId")), "Check the status");
        actions.Compare(
            "Check the status",
            "$.External.status",
            Apology,
            ("SUCCEEDED", succeeded),
            ("RUNNING", Again),
            ("FAILED", Why),
            ("REJECTED", ends.Refused)
        );
        AddRounds(actions, request, limit, succeeded);
        AddEndings(actions, request, ends);
    }

    // For a run that was answered RUNNING, get the result. Any other run did not begin, or may not have begun: starting it again
    // is safe, because the same step of the same contact has the same run.
    private static void AddRounds(ActionList actions, ExportRequest request, int limit, string succeeded)
    {
        actions.Loop(Again, Rounds, Comfort, "Check the progress");
        actions.Say(Comfort, "One moment please. We are working on it.", "Wait a moment");
        actions.Pause("Wait a moment", PauseSeconds, "Check what to repeat");
        actions.Compare("Check what to repeat", "$.Attributes.cxfStatus", Execute, ("RUNNING", "Get the result"));
        actions.Invoke(
            "Get the result",
            request.GetFlowResultArn,
            limit,
            FlowParameters.ToAsk(request, limit),
            "Save the result",
            Again
        );
        actions.Save("Save the result", Saved(), "Check the result");

        // A request that got no answer says nothing about the run.
        actions.Compare(
            "Check the result",
            "$.External.status",
            Again,
            ("SUCCEEDED", succeeded),
            ("RUNNING", Again),
            ("FAILED", Why)
        );
        actions.Compare("Check the progress", "$.Attributes.cxfStatus", Later, ("RUNNING", "Say it is in progress"));
    }

    private static void AddEndings(ActionList actions, ExportRequest request, RunEnds ends)
    {
        // A flow that only reads can be started again if the result of its run is unknown.
        var readsOnly = FlowTiming.Of(request.Flow) is { Type: StateMachineType.Express, ClaimsRuns: false };
        actions.Compare(
            Why,
            "$.External.errorCode",
            "Say the reason",
            (FlowErrorCodes.FlowTimeout, readsOnly ? Again : Later),
            (FlowErrorCodes.RunNotStarted, Again),
            (FlowErrorCodes.Busy, "Check whether it started")
        );

        // A run that ended with Busy has an ID; without one, nothing was started.
        actions.Compare("Check whether it started", "$.External.runId", Later, (FlowAnswer.None, Again));
        actions.Say(Answer, "$.External.message", ends.Succeeded);
        actions.Say("Say the reason", "We are sorry. $.External.message", ends.Reason);
        actions.Say("Say it is in progress", "We have your request and are still working on it.", ends.Running);
        actions.Say(Later, "We are sorry, that is not possible at the moment. Please call again later.", ends.Failed);
        actions.Say(Apology, "We are sorry, that did not work. Please call again later.", ends.Apologised);
    }

    private static JsonObject Saved(params (string Attribute, string Value)[] more)
    {
        var attributes = new JsonObject { ["cxfStatus"] = "$.External.status", ["cxfErrorCode"] = "$.External.errorCode" };
        foreach (var (attribute, value) in more)
        {
            attributes[attribute] = "$.External." + value;
        }

        return attributes;
    }
}
