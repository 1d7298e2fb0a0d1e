using System.Text.Json;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// The Catch of a state: a branch for each error code, with AWS's names for the same failures. On the branch the step's
/// variable holds <c>{"error": word}</c>. What no branch takes goes where the flow's work is undone or its failure recorded.
/// </summary>
internal static class ErrorCatch
{
    private const string ErrorName = "$states.errorOutput.Error";

    public static void Write(StateWriter state, IReadOnlyList<ErrorBranch> branches)
    {
        var hasOthers = state.FailureState is not null && branches.All(branch => branch.ErrorCode != ErrorBranch.Any);
        if (branches.Count == 0 && !hasOthers)
        {
            return;
        }

        state.Json.WriteStartArray("Catch");

        // States.ALL must be last.
        foreach (var branch in branches.OrderBy(branch => branch.ErrorCode == ErrorBranch.Any))
        {
            WriteBranch(state, branch);
        }

        if (hasOthers)
        {
            WriteFailure(state);
        }

        state.Json.WriteEndArray();
    }

    /// <summary>
    /// A catcher that takes errors, by default all that are left, to the state that undoes what was done or records the failure.
    /// </summary>
    public static void WriteFailure(StateWriter state, string error = "States.ALL")
    {
        state.Json.WriteStartObject();
        WriteErrors(state.Json, [error]);
        state.Json.WriteStartObject("Output");
        state.Expression("error", ErrorName);
        state.Expression("message", Message(state));
        state.Json.WriteEndObject();
        state.Json.WriteString("Next", state.Machine.Reach(state.FailureState!));
        state.Json.WriteEndObject();
    }

    /// <summary>The Catch of a state whose every error leads on, with the same output.</summary>
    /// <param name="json">Writes.</param>
    /// <param name="output">The JSONata of the output.</param>
    /// <param name="next">The state that follows.</param>
    public static void WriteOnly(Utf8JsonWriter json, string output, string next)
    {
        json.WriteStartArray("Catch");
        json.WriteStartObject();
        WriteErrors(json, ["States.ALL"]);
        json.WriteString("Output", ExpressionText.Wrap($" {output} "));
        json.WriteString("Next", next);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    public static void WriteErrors(Utf8JsonWriter json, IEnumerable<string> errors)
    {
        json.WriteStartArray("ErrorEquals");
        foreach (var error in errors)
        {
            json.WriteStringValue(error);
        }

        json.WriteEndArray();
    }

    private static void WriteBranch(StateWriter state, ErrorBranch branch)
    {
        var json = state.Json;
        var isAny = branch.ErrorCode == ErrorBranch.Any;
        json.WriteStartObject();
        WriteErrors(json, isAny ? ["States.ALL"] : AwsErrors.For(branch.ErrorCode));
        state.Assign(
            branch.Next,
            () =>
            {
                json.WriteStartObject(state.Name);
                if (isAny)
                {
                    state.Expression("error", AwsErrors.CodeOfCall(ErrorName));
                }
                else
                {
                    json.WriteString("error", branch.ErrorCode);
                }

                json.WriteEndObject();
            }
        );
        state.Next("Next", branch.Next);
        json.WriteEndObject();
    }

    // A fixed sentence for operators, except that of a fail step, which is the author's own for the caller.
    private static string Message(StateWriter state)
    {
        var sentence = $"'The step {state.Name} failed.'";

        // A fail step's own state names its failure with the error code of the answer: FlowFailed.ApiTimeout.
        if (state.Step is FailStep && state.FailureState != RunClaim.RecordFailure)
        {
            return $"$substringBefore({ErrorName}, '.') = '{FlowErrorCodes.FlowFailed}' ? $states.errorOutput.Cause : {sentence}";
        }

        return state.Step.Bodies.Count > 0 || state.Step is RunFlowStep
            ? $"{ErrorName} = '{FlowErrorCodes.FlowFailed}' ? $states.errorOutput.Cause : {sentence}"
            : sentence;
    }
}
