using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Flows.Compiling;

/// <summary>How a machine goes on from another flow's run: by its error code, or to what follows a good answer.</summary>
internal sealed class ChildOutcome(StateWriter state, RunFlowStep step)
{
    private readonly string _failName = StateNames.Beside(state.Name, "failed");
    private readonly ExistingChildRun _earlier = new(state, step);
    private readonly ErrorBranch? _any = step.OnError.FirstOrDefault(branch => branch.ErrorCode == ErrorBranch.Any);
    private readonly List<ErrorBranch> _words = [.. step.OnError.Where(branch => branch.ErrorCode != ErrorBranch.Any)];

    /// <summary>The state that looks at the outcome, which is its input.</summary>
    public string ChoiceName { get; } = StateNames.Beside(state.Name, "outcome");

    /// <summary>Whether the flow goes different ways for different words.</summary>
    public bool TellsWords => _words.Count > 0;

    private static string ErrorCode => AwsErrors.CodeOfRun(FailedRun.WithoutCode("$_run.Error"));

    /// <summary>JSONata that gives the failure of the ended run in <c>$_run</c>: Status, Error and Cause.</summary>
    public string Failure =>
        $"($_error := $_run.Status = 'TIMED_OUT' ? '{FlowErrorCodes.FlowTimeout}' : {ErrorCode}; "
        + $"{{\"error\": $_error, \"message\": $_error = '{FlowErrorCodes.FlowFailed}' ? $_run.Cause : 'The flow "
        + $"{step.Flow} failed.'}})";

    // The integration that waits tells of a failed run in its cause, as JSON; other errors are of the start or the wait itself.
    private string CaughtFailure =>
        "($_cause := $string($states.errorOutput.Cause); $_run := $substring($_cause, 0, 1) = '{' ? $parse($_cause) : "
        + "{\"Status\": $states.errorOutput.Error = 'States.Timeout' ? 'TIMED_OUT' : 'FAILED', \"Error\": "
        + "$states.errorOutput.Error}; "
        + $"{Failure})";

    /// <summary>Where a failure goes that no branch names.</summary>
    public string OtherFailures() =>
        _any is { } any ? state.Scope.Flow.NameOf(any.Next.Target)
        : state.FailureState is { } failed ? state.Machine.Reach(failed)
        : _failName;

    /// <summary>The catcher of everything, whose output is the failure.</summary>
    public void WriteCatch(string next)
    {
        var json = state.Json;
        json.WriteStartArray("Catch");
        json.WriteStartObject();
        ErrorCatch.WriteErrors(json, ["States.ALL"]);
        state.Expression("Output", CaughtFailure);
        var onward = next == ChoiceName ? null : _any?.Next;
        state.AssignResult(onward, () => state.Expression(state.Name, CaughtFailure));
        json.WriteString("Next", next);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The state that looks at the outcome, and those that only it leads to.</summary>
    /// <param name="tellsSuccess">Whether a good answer comes this way too.</param>
    public void WriteChoice(bool tellsSuccess)
    {
        var json = state.Json;
        state.Begin(ChoiceName, "Choice");
        json.WriteStartArray("Choices");
        if (tellsSuccess)
        {
            WriteRule(ExistingChildRun.Condition, _earlier.First);
        }

        foreach (var branch in _words)
        {
            WriteRule($"$states.input.error = '{branch.ErrorCode}'", state.Scope.Flow.NameOf(branch.Next.Target), branch.Next);
        }

        var resultName = StateNames.Beside(state.Name, "result");
        if (tellsSuccess)
        {
            WriteRule("$exists($states.input.error)", OtherFailures(), _any?.Next);
        }

        json.WriteEndArray();
        WriteAssign(tellsSuccess ? step.Next : _any?.Next);
        json.WriteString(
            "Default",
            !tellsSuccess ? OtherFailures()
                : step.Next is { } next ? state.Scope.Flow.NameOf(next.Target)
                : resultName
        );
        state.End();
        WriteFail();
        if (tellsSuccess && step.Next is null)
        {
            // A Choice cannot end a body.
            state.Begin(resultName, "Succeed");
            state.End();
        }

        if (tellsSuccess)
        {
            _earlier.Write(ChoiceName);
        }
    }

    /// <summary>The state that fails the run, or the body, with the child's word; only where nothing takes the failure.</summary>
    public void WriteFail()
    {
        if (OtherFailures() != _failName)
        {
            return;
        }

        state.Begin(_failName, "Fail");
        state.Expression("Error", "$states.input.error");
        state.Expression("Cause", "$states.input.message");
        state.End();
    }

    private void WriteRule(string condition, string next, StepTransition? onward = null)
    {
        state.Json.WriteStartObject();
        state.Expression("Condition", condition);
        WriteAssign(onward);
        state.Json.WriteString("Next", next);
        state.Json.WriteEndObject();
    }

    // Where the flow goes on, the step's variable is what became of the run.
    private void WriteAssign(StepTransition? onward)
    {
        if (onward is not null)
        {
            state.AssignLater(onward, () => state.Expression(state.Name, "$states.input"));
        }
    }
}
