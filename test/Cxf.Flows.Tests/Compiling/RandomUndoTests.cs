using Cxf.Flows.Tests.Timing;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>
/// Random flows whose calls, expressions and live flows fail: what had succeeded is undone once and in reverse order when the run
/// fails, and nothing is undone when it succeeds. <c>CXF_LONG=1</c> runs far more.
/// </summary>
public sealed class RandomUndoTests
{
    private static readonly int Flows = Environment.GetEnvironmentVariable("CXF_LONG") == "1" ? 8_000 : 200;

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

    // The variable of a step that succeeded is its result, and of one that failed its error.
    private static bool Succeeded(StateExitedDetails exited) =>
        exited.Assigned.FirstOrDefault(variable => variable.Key == exited.Name.Split(' ')[0]).Value?.Tree is { } result
        && !result.TryGetProperty("error", out _);
}
