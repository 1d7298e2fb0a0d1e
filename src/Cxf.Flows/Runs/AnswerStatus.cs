namespace Cxf.Flows.Runs;

/// <summary>The words of an answer's <c>status</c>.</summary>
public static class AnswerStatus
{
    /// <summary>The flow ended as it should; its message and outputs are in the answer.</summary>
    public const string Succeeded = "SUCCEEDED";

    /// <summary>The flow runs; its answer can be asked for with the run's id.</summary>
    public const string Running = "RUNNING";

    /// <summary>The flow ran and did not end well, or could not be run; <c>errorCode</c> says why.</summary>
    public const string Failed = "FAILED";

    /// <summary>Nothing was run, because the request is not one that may be; <c>message</c> names the field.</summary>
    public const string Rejected = "REJECTED";
}
