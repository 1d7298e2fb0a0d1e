using Cxf.Flows.Compiling;
using Cxf.Flows.Runs;
using Cxf.StatesLanguage.History;

namespace Cxf.Flows.FlowTests;

/// <summary>The step with which a run failed.</summary>
/// <param name="Step">The step's label.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">The cause as a sentence; of an expression it names the expression and the value.</param>
public sealed record StepFailure(string Step, string Error, string Cause)
{
    /// <summary>The cause in the history: of an expression, as the compiler wrote it. Default: <see cref="Cause"/>.</summary>
    public string RecordedCause { get; init; } = Cause;

    /// <inheritdoc />
    public override string ToString() => Cause.Length == 0 ? $"{Step}: {Error}" : $"{Step}: {Error}: {Cause}";

    /// <summary>The last failure in the history of a run that failed; null without one.</summary>
    internal static StepFailure? Of(CompiledFlow compiled, IReadOnlyList<HistoryEvent> history)
    {
        var states = compiled.States.ToLookup(state => state.Name, StringComparer.Ordinal);
        for (var index = history.Count - 1; index >= 0; index--)
        {
            if (
                FailureIn(history[index].Details) is ({ Length: > 0 } error, var cause)
                && StepOf(history, history[index]) is { } step
                && states[step].FirstOrDefault() is { } state
            )
            {
                var recorded = FailureCause.Of(cause ?? "");
                var shown = history[index].Details is EvaluationFailedDetails failed
                    ? AuthorExpression.Explain(state, failed)
                    : recorded;
                return new StepFailure(step, error, shown) { RecordedCause = recorded };
            }
        }

        return null;
    }

    private static (string? Error, string? Cause) FailureIn(HistoryEventDetails? details) =>
        details switch
        {
            EvaluationFailedDetails failed => (failed.Error, failed.Explanation),
            TaskFailedDetails task => (task.Error, task.Cause),
            _ => (null, null),
        };

    private static string? StepOf(IReadOnlyList<HistoryEvent> history, HistoryEvent happened) =>
        happened.Details is EvaluationFailedDetails failed
            ? failed.State
            : history.AncestorsOf(happened).Select(one => one.Details).OfType<StateEnteredDetails>().FirstOrDefault()?.Name;
}
