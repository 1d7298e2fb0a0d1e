using System.Text.Json.Nodes;
using Cxf.Flows.Runs;

namespace Cxf.Local.ConnectExport;

/// <summary>Where the blocks of a run lead, by what came of it.</summary>
/// <param name="Succeeded">After the answer.</param>
/// <param name="Running">The run continues.</param>
/// <param name="Reason">The run failed with a reason for the caller.</param>
/// <param name="Failed">The run failed, or its result is unknown.</param>
/// <param name="Apologised">Something happened that should not.</param>
internal sealed record RunEnds(string Succeeded, string Running, string Reason, string Failed, string Apologised)
{
    private const string Status = "$.Attributes.cxfStatus";
    private const string ReturnFailed = "Return FAILED";

    /// <summary>After a request that was refused. Default: the apology.</summary>
    public string Refused { get; init; } = RunBlocks.Apology;

    /// <summary>All to the same block.</summary>
    public static RunEnds At(string end) => new(end, end, end, end, end);

    /// <summary>Adds the ends of a module: each returns by its branch, with what is known of the run.</summary>
    public static RunEnds AddTo(ActionList actions, ExportRequest request)
    {
        var ends = new RunEnds("Return SUCCEEDED", "Return RUNNING", "Return the reason", ReturnFailed, "Check what failed");
        Return(
            actions,
            ends.Succeeded,
            AnswerStatus.Succeeded,
            [
                ("runId", "$.External.runId"),
                ("message", "$.External.message"),
                .. ExportedContract.Outputs(request.Flow).Select(name => (name, "$.External." + name)),
            ]
        );
        Return(actions, ends.Running, AnswerStatus.Running, [RunId]);
        Return(actions, ends.Reason, AnswerStatus.Failed, [RunId, ErrorCode, ("message", "$.External.message")]);
        Return(actions, ends.Failed, AnswerStatus.Failed, [RunId, ErrorCode]);
        actions.Compare(ends.Apologised, Status, ends.Failed, (AnswerStatus.Rejected, "Return REJECTED"));
        Return(actions, "Return REJECTED", AnswerStatus.Rejected, [ErrorCode]);
        return ends;
    }

    private static (string Name, string Value) RunId => ("runId", "$.Attributes.cxfRunId");

    private static (string Name, string Value) ErrorCode => ("errorCode", "$.Attributes.cxfErrorCode");

    /// <summary>Adds an end of a module.</summary>
    public static void Return(
        ActionList actions,
        string identifier,
        string branch,
        params IEnumerable<(string Name, string Value)> data
    ) =>
        actions.Add(
            identifier,
            "EndFlowModuleExecution",
            new JsonObject
            {
                ["Result"] = branch,
                ["ResultData"] = new JsonObject(
                    data.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)JsonValue.Create(member.Value)))
                ),
            },
            []
        );
}
