using Cxf.Flows.Model;
using Cxf.Flows.Tests.Timing;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;
using Cxf.Testing;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>
/// Random flows whose calls, expressions and live flows fail: what had succeeded is undone once and in reverse order when the run
/// fails, and nothing is undone when it succeeds. <c>CXF_LONG=1</c> runs far more.
/// </summary>
public sealed class RandomUndoTests
{
    private static readonly int Flows = LongRun.Count(200, 8_000);

    [Fact]
    public void A_run_that_fails_undoes_what_had_succeeded_and_no_other_run_does()
    {
        var random = new Random(1);
        var (undone, several, kept) = (0, 0, 0);
        for (var i = 0; i < Flows; i++)
        {
            using var flows = new RandomDeployment(random, isInTrouble: false, hasUndo: true);
            flows.Run();
            var undo = flows.Flow.Steps.Where(step => step.Undo is not null).ToDictionary(step => step.Label, step => step.Undo!);
            var (view, history) = flows.Executions().Last(execution => execution.View.Name == "run-1");
            var succeeded = history
                .Where(happened => happened.Details is StateExitedDetails)
                .Select(happened => (Happened: happened, Exited: (StateExitedDetails)happened.Details!))
                .Where(one => undo.ContainsKey(one.Exited.Name.Split(' ')[0]) && Succeeded(one.Exited))
                .Select(one => one.Exited.Name.Split(' ')[0])
                .Distinct()
                .ToList();
            var ran = history
                .Select(happened => happened.Details)
                .OfType<StateEnteredDetails>()
                .Select(entered => entered.Name)
                .Where(name => undo.Values.Any(one => one.Target == name))
                .ToList();
            var expected =
                view.Status == ExecutionStatus.Succeeded ? [] : succeeded.Select(label => undo[label].Target).Reverse();
            Assert.True(
                expected.SequenceEqual(ran),
                $"Flow {i}, {view.Status}: {string.Join(", ", succeeded)} succeeded, "
                    + $"{string.Join(", ", ran)} ran\n{flows.Document}"
            );
            undone += ran.Count > 0 ? 1 : 0;
            several += ran.Count > 1 ? 1 : 0;
            kept += view.Status == ExecutionStatus.Succeeded && succeeded.Count > 0 ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{undone} undone, {several} of several steps, {kept} kept");
        Assert.True(
            undone > Flows / 20 && several > 0 && kept > 0,
            $"There was too little to tell: {undone} undone, {several} of several steps, {kept} kept."
        );
    }

    [Fact]
    public void A_published_version_that_fails_undoes_its_own_steps_before_its_caller_goes_on()
    {
        var random = new Random(2);
        var (undone, several, kept) = (0, 0, 0);
        for (var i = 0; i < 3 * Flows; i++)
        {
            using var flows = new RandomDeployment(random, isInTrouble: false, hasUndo: i % 2 == 0, hasInnerUndo: true);
            flows.Run();
            var history = flows.Executions().Last(execution => execution.View.Name == "run-1").History;
            foreach (var run in flows.Flow.AllSteps.OfType<RunFlowStep>().Where(step => step.Version is not null))
            {
                var undo = flows
                    .Pinned.Values.Single()
                    .Steps.Where(step => step.Undo is not null)
                    .ToDictionary(step => $"{run.Label}_{step.Label}", step => $"{run.Label}_{step.Undo!.Target}");
                var (todo, ran) = (new Stack<string>(), 0);
                foreach (var details in history.Select(happened => happened.Details))
                {
                    var name = ((details as StateEnteredDetails)?.Name ?? (details as StateExitedDetails)?.Name)?.Split(' ')[0];
                    if (details is StateExitedDetails exited && undo.TryGetValue(name!, out var later) && Succeeded(exited))
                    {
                        todo.Push(later);
                    }
                    else if (details is StateEnteredDetails entered && undo.ContainsValue(entered.Name))
                    {
                        Assert.True(todo.TryPop(out var next) && next == name, $"Flow {i}: {name} ran\n{flows.Document}");
                        ran++;
                    }
                    else if (details is StateExitedDetails end && name == run.Label)
                    {
                        Assert.True(
                            Succeeded(end) ? ran == 0 : todo.Count == 0,
                            $"Flow {i}: {todo.Count} to undo after {ran}\n{flows.Document}"
                        );
                        kept += todo.Count > 0 ? 1 : 0;
                        (undone, several) = (undone + (ran > 0 ? 1 : 0), several + (ran > 1 ? 1 : 0));
                        todo.Clear();
                        ran = 0;
                    }
                }

                Assert.True(todo.Count == 0, $"Flow {i}: {todo.Count} were not undone\n{flows.Document}");
                (undone, several) = (undone + (ran > 0 ? 1 : 0), several + (ran > 1 ? 1 : 0));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{undone} undone, {several} of several steps, {kept} kept");
        Assert.True(undone > 0, $"There was too little to tell: {undone} undone, {several} of several, {kept} kept.");
    }

    // The variable of a step that succeeded is its result, and of one that failed its error.
    private static bool Succeeded(StateExitedDetails exited) =>
        exited.Assigned.FirstOrDefault(variable => variable.Key == exited.Name.Split(' ')[0]).Value?.Tree is { } result
        && !result.TryGetProperty("error", out _);
}
