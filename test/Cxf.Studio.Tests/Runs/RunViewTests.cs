using Cxf.Graphs.Reading;
using Cxf.Local.Output;
using Cxf.Local.Pictures;
using Cxf.Local.Runs;
using Cxf.Studio.Runs;

namespace Cxf.Studio.Tests.Runs;

/// <summary>What a page shows of a run, for every history that AWS recorded.</summary>
public sealed class RunViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Steps_are_in_the_loop_and_the_iteration_in_which_they_ran()
    {
        foreach (var (name, run) in Histories())
        {
            foreach (var (step, visits) in run.Steps.Select(step => (step, step.Inside)))
            {
                Assert.True(step.Holder is null || step.Holder.Row.Type is "Map" or "Parallel", name);
                Assert.True(step.Row.Type == "Map" || visits.All(one => one.Row.Iteration is null), name);
                Assert.All(step.Iterations, iteration => Assert.All(iteration.Steps, one => Assert.Same(step, one.Holder)));
            }

            // A loop in Lambda's mode DISTRIBUTED has its iterations in executions of their own.
            var started = run.History.Events.Count(one => one.Type == "MapIterationStarted");
            var shown = run.Steps.Sum(step => step.Iterations.Count);
            Assert.True(shown <= started, $"{name}: {shown} of {started} iterations");
            Assert.True(shown == started || run.History.Events.Any(one => one.Type == "MapStateFailed"), name);
        }
    }

    [Fact]
    public async Task The_picture_the_timeline_and_the_table_have_the_same_totals()
    {
        foreach (var (name, run) in Histories())
        {
            var entered = run.History.Events.Count(one => one.Type.EndsWith("StateEntered", StringComparison.Ordinal));
            Assert.Equal(entered, run.Totals.Steps);
            Assert.Equal(run.Steps.Sum(step => step.Row.Attempts.Count), run.Totals.Tries);
            Assert.Equal(run.Totals.Tries, run.Steps.Sum(step => run.Timeline.SegmentsOf(step).Count));
            var picture = await run.DrawAsync(TestContext.Current.CancellationToken);
            Assert.Contains($"The run: {run.Totals}.", picture.Notes);
            Assert.All(run.Steps, step => Assert.True(picture.PointerOf(step.Row.Name) is not null, name));
        }
    }

    [Fact]
    public void A_link_leads_to_every_step_iteration_and_try()
    {
        foreach (var (_, run) in Histories())
        {
            foreach (var step in run.Steps)
            {
                var view = new RunView(run.Steps, Read(step.Place.ToString()));
                Assert.Same(step, view.Selected);
                Assert.Contains(step, view.Steps);
                foreach (var iteration in step.Iterations)
                {
                    var place = step.Place with { Iteration = iteration.Number };
                    Assert.Equal(place, Read(place.ToString()));
                    var shown = new RunView(run.Steps, place);
                    Assert.Same(iteration, shown.IterationOf(step));
                    Assert.Subset(shown.Steps.ToHashSet(), iteration.Steps.Take(1).ToHashSet());
                }

                foreach (var number in Enumerable.Range(1, step.Row.Attempts.Count))
                {
                    Assert.Equal(number, Read((step.Place with { Try = number }).ToString())!.Try);
                }
            }
        }
    }

    [Fact]
    public void Every_bar_is_on_the_axis_and_every_try_is_in_its_bar()
    {
        foreach (var (name, run) in Histories())
        {
            var axis = run.Timeline;
            foreach (var step in run.Steps)
            {
                var bar = axis.SpanOf(step);
                Assert.True(bar is { From: >= 0, Length: >= 0 } && bar.From + bar.Length < 100.001, name);
                var holder = step.Holder is { } held ? axis.SpanOf(held) : new TimelineSpan(0, 100);
                Assert.True(bar.From >= holder.From - 0.001, name);
                Assert.True(bar.From + bar.Length <= holder.From + holder.Length + 0.001, name);
                Assert.All(
                    axis.SegmentsOf(step),
                    segment =>
                        Assert.True(segment.Span.From >= bar.From - 0.001 && segment.Span.Length <= bar.Length + 0.001, name)
                );
            }
        }
    }

    [Theory]
    [InlineData(10, 8, true)]
    [InlineData(7, 8, true)]
    [InlineData(1, 8, false)]
    [InlineData(1, null, false)]
    public void The_limit_of_the_caller_is_on_the_axis_if_the_run_comes_near_to_it(int seconds, int? limit, bool isShown)
    {
        var axis = new Timeline(Now, TimeSpan.FromSeconds(seconds), limit is { } given ? TimeSpan.FromSeconds(given) : null);
        Assert.Equal(isShown, axis.Limit is > 0 and < 100);
        Assert.True(axis.Length >= TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void Of_many_steps_the_page_is_shown_that_has_the_place()
    {
        var rows = Enumerable
            .Range(0, 950)
            .Select(number => new HistoryRow("again", "Pass", Now, Now, null, null) { Next = number < 949 ? "again" : null })
            .ToList();
        var steps = RunStep.Of(rows);
        foreach (var step in steps)
        {
            var view = new RunView(steps, step.Place);
            Assert.Contains(step, view.Steps);
            Assert.True(view.Steps.Count <= RunView.PageSize);
        }

        Assert.Equal(steps, Enumerable.Range(1, 10).SelectMany(page => new RunView(steps, null, page).Steps));
    }

    [Fact]
    public void From_every_iteration_the_next_one_that_failed_is_one_step_away()
    {
        var rows = new List<HistoryRow> { new("loop", "Map", Now, null, null, null) };
        rows.AddRange(
            Enumerable
                .Range(0, 40)
                .Select(index => new HistoryRow("call", "Task", Now, Now, null, null, index is 6 or 30 ? "ApiTimeout" : null)
                {
                    Parent = 0,
                    Iteration = index,
                })
        );
        var steps = RunStep.Of(rows);
        Assert.Equal(7, new RunView(steps, null).IterationOf(steps[0])!.Number);
        foreach (var iteration in Enumerable.Range(1, 40))
        {
            var view = new RunView(steps, new StepPlace("loop", Iteration: iteration));
            Assert.Equal(iteration is >= 7 and < 31 ? 31 : 7, view.NextFailed(steps[0])!.Number);
        }
    }

    [Fact]
    public void A_history_without_a_definition_is_drawn_with_all_its_states_and_ways()
    {
        foreach (var (name, run) in Histories())
        {
            var machine = Cxf.Documents.JsonSource.Parse(HistoryMachine.Write(run.History.Rows));
            var graph = StateMachineGraphReader.Read(machine.Root, name);
            Assert.Equal(
                run.History.Rows.Select(row => row.Name).Distinct().Order(),
                graph.Nodes.Where(node => !node.IsDot).Select(node => node.Label).Distinct().Order()
            );
        }
    }

    [Fact]
    public void The_picture_marks_the_loops_as_failed_that_the_timeline_shows_as_failed()
    {
        var failed = 0;
        foreach (var (name, run) in Histories())
        {
            var machine = Cxf.Documents.JsonSource.Parse(HistoryMachine.Write(run.History.Rows));
            var visits = RunVisits.Of(run.History.Rows, StateMachineGraphReader.Read(machine.Root, name));
            var expected = run.Steps.Select(step =>
                step is { Outcome: StepOutcome.Failed, Row: { Exited: null, Error: null, Type: "Map" or "Parallel" } }
            );
            Assert.Equal(expected, visits.Select(visit => visit.HasFailedInside));
            failed += visits.Count(visit => visit.HasFailedInside);
        }

        Assert.True(failed > 0);
    }

    private static StepPlace? Read(string query)
    {
        var parts = query
            .Split('&')
            .Select(part => part.Split('='))
            .ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));
        return StepPlace.Read(parts["step"], Number("visit"), Number("iteration"), Number("try"));

        int? Number(string name) => parts.TryGetValue(name, out var text) ? int.Parse(text) : null;
    }

    private static IEnumerable<(string Name, OpenedRun Run)> Histories() =>
        RecordedHistories
            .All()
            .Select(file => (file.Name, new OpenedRun(null, RunHistory.Of(HistoryReader.Read(file.Json)!), [], Now)));
}
