using System.Text.Json;

namespace Cxf.EndToEnd.Tests.Faults;

/// <summary>What a function answered, and how many executions of the contact there were before and after that.</summary>
internal sealed record FaultyAnswer(bool Executes, JsonElement Answer, int Before, int After)
{
    /// <summary>Whether the answer says something of the run that is not so.</summary>
    /// <param name="call">The call.</param>
    /// <param name="readsOnly">Whether the flow only reads.</param>
    public bool Contradicts(FaultyCall call, bool readsOnly) =>
        (Answer.Text("status"), Answer.Text("errorCode")) switch
        {
            ("SUCCEEDED", _) => After == 0 || Answer.Text("message") != call.Expected,
            ("RUNNING", _) => readsOnly || Answer.Text("runId") == "NONE",
            ("FAILED", "Busy") => After > Before || Answer.Text("runId") != "NONE" || !Executes,
            ("FAILED", "RunNotStarted") => After > 0,
            ("FAILED", "FlowTimeout") => !readsOnly,
            _ => true,
        };

    public override string ToString() =>
        $"{(Executes ? "ExecuteFlow" : "GetFlowResult")} ({Before} to {After} executions): {Answer}";
}

/// <summary>One call through the contact flow.</summary>
internal sealed class FaultyCall(IReadOnlyList<(string Call, Fault Fault)> faults)
{
    /// <summary>What the functions answered, in order.</summary>
    public List<FaultyAnswer> Answers { get; } = [];

    /// <summary>What the caller heard.</summary>
    public IReadOnlyList<string> Heard { get; set; } = [];

    /// <summary>The calls of AWS services.</summary>
    public IReadOnlyList<string> Calls { get; set; } = [];

    /// <summary>What the third party did, and what it was only asked to read.</summary>
    public int Effects { get; set; }

    public int Reads { get; set; }

    /// <summary>What a run that succeeds says.</summary>
    public string Expected { get; set; } = "";

    /// <summary>The answer to a question for the run that nothing disturbs, when the call is over.</summary>
    public JsonElement Later { get; set; }

    /// <summary>What contradicts the run: one line each.</summary>
    public IEnumerable<string> Contradictions(bool readsOnly)
    {
        foreach (var answer in Answers.Where(answer => answer.Contradicts(this, readsOnly)))
        {
            yield return $"{this}: {answer}";
        }

        if (!Heard.Contains(Expected))
        {
            yield return $"{this}: the caller heard \"{Heard[^2]}\"";
        }

        if (!readsOnly && (Later.Text("status"), Later.Text("message")) != ("SUCCEEDED", Expected))
        {
            yield return $"{this}: later {Later}";
        }
    }

    public override string ToString() => $"[{string.Join(", ", faults)}] {string.Join(", ", Calls)}";
}
