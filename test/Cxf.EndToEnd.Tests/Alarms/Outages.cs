using static Cxf.EndToEnd.Tests.Alarms.Fault;
using static Cxf.EndToEnd.Tests.Alarms.Question;

namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>The outages that template.yaml's alarms are meant for.</summary>
internal static class Outages
{
    private const int Answered = 1005;

    private static readonly string[] Busy = ["ExecuteFlowFailuresAlarm", "ExecuteFlowVersionFailuresAlarm"];
    private static readonly string[] ResultBusy = ["GetFlowResultFailuresAlarm", "GetFlowResultVersionFailuresAlarm"];
    private static readonly string[] CallFailed = ["CallApiFailuresAlarm", "CallApiVersionFailuresAlarm"];
    private static readonly string[] PublishFailed = ["PublishFlowFailuresAlarm", "PublishFlowVersionFailuresAlarm"];

    public static IReadOnlyList<Outage> All { get; } =
    [
        .. from fault in (Fault[])[AccessDenied, Throttled, Unavailable, Reset]
        select new Outage("ExecuteFlow", Waiting, Busy) { Tables = fault, LogEvent = Answered },
        .. from fault in (Fault[])[AccessDenied, Throttled, Unavailable, Reset]
        from asked in (Question[])[Waiting, Reading, Continuing]
        select new Outage("ExecuteFlow", asked, Busy) { StepFunctions = fault, LogEvent = Answered },
        new("ExecuteFlow", Waiting, Busy) { Tables = Silent, LogEvent = Answered },
        // The run may have begun, so callers hear RUNNING, near the end of their patience; a flow that only reads has not ended
        // in time.
        new("ExecuteFlow", Waiting, "ExecuteFlowSlowAlarm", "ExecuteFlowVersionSlowAlarm")
        {
            StepFunctions = Silent,
            Minutes = 3,
        },
        new("ExecuteFlow", Reading, "ExecuteFlowSlowAlarm", "ExecuteFlowVersionFailedRunsAlarm", "ExecuteFlowVersionSlowAlarm")
        {
            StepFunctions = Silent,
            Minutes = 3,
        },
        new("ExecuteFlow", Reading, "ExecuteFlowVersionFailedRunsAlarm") { ThirdParty = Unavailable, Minutes = 2 },
        new("ExecuteFlow", Waiting, "ExecuteFlowErrorsAlarm", "ExecuteFlowVersionErrorsAlarm") { CannotStart = true },
        .. from fault in (Fault[])[AccessDenied, Throttled, Unavailable, Reset]
        select new Outage("GetFlowResult", WaitingResult, ResultBusy) { Tables = fault, LogEvent = Answered },
        .. from fault in (Fault[])[AccessDenied, Throttled, Unavailable, Reset]
        select new Outage("GetFlowResult", ContinuingResult, ResultBusy) { StepFunctions = fault, LogEvent = Answered },
        new("GetFlowResult", ContinuingResult, [.. ResultBusy, "GetFlowResultSlowAlarm", "GetFlowResultVersionSlowAlarm"])
        {
            StepFunctions = Silent,
            Minutes = 3,
            LogEvent = Answered,
        },
        new("GetFlowResult", WaitingResult, "GetFlowResultErrorsAlarm", "GetFlowResultVersionErrorsAlarm") { CannotStart = true },
        .. from fault in (Fault[])[AccessDenied, Throttled, Unavailable, Reset]
        select new Outage("CallApi", Call, CallFailed) { Tables = fault, LogEvent = 2003 },
        new("CallApi", Call, CallFailed) { Tables = Silent, LogEvent = 2003 },
        new("CallApi", SecretCall, CallFailed) { Parameters = AccessDenied, LogEvent = 2004 },
        new("CallApi", SelfCheck, [.. CallFailed, "CallApiVersionSelfCheckAlarm"]) { Tables = AccessDenied, LogEvent = 5000 },
        new("CallApi", SelfCheck, "CallApiVersionSelfCheckAlarm") { CannotStart = true },
        // No failure of ours: nothing is rolled back for it.
        new("CallApi", Call, "CallApiErrorsAlarm")
        {
            ThirdParty = Unavailable,
            PerMinute = 21,
            Minutes = 5,
        },
        .. from fault in (Fault[])[AccessDenied, Reset]
        select new Outage("PublishFlow", Publish, PublishFailed) { Tables = fault, LogEvent = 3005 },
        .. from fault in (Fault[])[AccessDenied, Reset]
        select new Outage("PublishFlow", Publish, PublishFailed) { StepFunctions = fault, LogEvent = 3005 },
        new("PublishFlow", SelfCheck, [.. PublishFailed, "PublishFlowVersionSelfCheckAlarm"])
        {
            Tables = AccessDenied,
            LogEvent = 5000,
        },
        new("PublishFlow", SelfCheck, "PublishFlowVersionSelfCheckAlarm") { CannotStart = true },
        new("PublishFlow", Publish, "PublishFlowErrorsAlarm", "PublishFlowVersionErrorsAlarm") { CannotStart = true },
    ];

    /// <summary>The code by which AWS tells of a fault; empty where there is no answer.</summary>
    public static string CodeOf(Fault fault) =>
        fault switch
        {
            AccessDenied => "AccessDeniedException",
            Throttled => "ThrottlingException",
            Unavailable => "ServiceUnavailable",
            _ => "",
        };
}
