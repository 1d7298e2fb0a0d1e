using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>Runs the states that never wait: Pass, Choice, Succeed, Fail.</summary>
internal static class ImmediateStates
{
    public static Step Run(StateRun run, State state)
    {
        try
        {
            return state switch
            {
                ChoiceState choice => Choose(run, choice),
                FailState fail => Step.Failed(new StateError(fail.Error?.Evaluate(run), fail.Cause?.Evaluate(run))),
                _ => run.Branch.Leave(run, state.Flow.Exit(run, null), state.NextState),
            };
        }
        catch (StateFailedException failure)
        {
            run.Branch.Report(run, failure);
            return Step.Failed(failure.Error);
        }
    }

    private static Step Choose(StateRun run, ChoiceState choice)
    {
        var data = choice.Flow.Enter(run);
        for (var index = 0; index < choice.Rules.Count; index++)
        {
            var rule = choice.Rules[index];
            if (rule.Condition.Holds(run, data))
            {
                return run.Branch.Leave(run, rule.Flow.Exit(run, null), rule.NextState);
            }
        }

        if (choice.DefaultState is null)
        {
            throw new StateFailedException(
                new StateError(
                    ErrorNames.NoChoiceMatched,
                    run.Describe("Failed to transition out of the state. The state does not point to a next state.")
                )
            );
        }

        return run.Branch.Leave(run, choice.Flow.Exit(run, null), choice.DefaultState);
    }
}
