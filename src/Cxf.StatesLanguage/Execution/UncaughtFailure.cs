using System.Text.Json;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;

namespace Cxf.StatesLanguage.Execution;

/// <summary>The error of an execution whose states let an exception out.</summary>
internal static class UncaughtFailure
{
    public static StateError ErrorOf(Exception failure) =>
        failure switch
        {
            HistoryFullException full => full.Error,
            BudgetSpentException => new StateError(ErrorNames.Runtime, BudgetSpentException.Sentence),
            JsonException => new StateError(
                ErrorNames.Runtime,
                $"A document is not valid or is nested deeper than {ServiceLimits.JsonDepth} levels."
            ),
            // A defect of the engine or of a task handler must end the run visibly, not leave it running for ever.
            _ => new StateError(
                ErrorNames.Runtime,
                $"Internal error of the local engine: {failure.GetType().Name}: {failure.Message}"
            ),
        };
}
