namespace Cxf.Studio.Runs;

/// <summary>
/// What a page shows of a run at a place: the steps outside of loops, of each loop one iteration, and a page of them if they are
/// many. An iteration that failed is shown first.
/// </summary>
public sealed class RunView
{
    /// <summary>How many steps a page has.</summary>
    internal const int PageSize = 100;

    private readonly Dictionary<RunStep, int> _iterations = [];
    private readonly IReadOnlyList<RunStep> _all;

    internal RunView(IReadOnlyList<RunStep> all, StepPlace? place, int? page = null)
    {
        _all = all;
        Place = place;
        Selected = place is null ? null : all.FirstOrDefault(step => step.Row.Name == place.Step && step.Visit == place.Visit);
        for (var step = Selected; step is not null; step = step.Holder)
        {
            if (step.Holder is { } loop && step.Row.Iteration is { } iteration)
            {
                _iterations[loop] = iteration + 1;
            }
        }

        if (Selected is { } selected && place?.Iteration is { } wanted && selected.Iterations.Any(one => one.Number == wanted))
        {
            _iterations[selected] = wanted;
        }

        var shown = new List<RunStep>();
        Add(all.Where(step => step.Holder is null), shown);
        Count = shown.Count;
        Pages = Math.Max(1, (Count + PageSize - 1) / PageSize);
        Page = Math.Clamp(page ?? (Selected is null ? 1 : (shown.IndexOf(Selected) / PageSize) + 1), 1, Pages);
        Steps = [.. shown.Skip((Page - 1) * PageSize).Take(PageSize)];
    }

    /// <summary>The place; null for the whole run.</summary>
    internal StepPlace? Place { get; }

    /// <summary>The step at the place; null if the run has no such step.</summary>
    internal RunStep? Selected { get; }

    /// <summary>The steps of this page.</summary>
    internal IReadOnlyList<RunStep> Steps { get; }

    /// <summary>How many steps all pages have.</summary>
    internal int Count { get; }

    /// <summary>The page, from 1.</summary>
    internal int Page { get; }

    /// <summary>How many pages there are.</summary>
    internal int Pages { get; }

    /// <summary>The iteration of a loop that is shown; null if it has none.</summary>
    internal LoopIteration? IterationOf(RunStep loop) =>
        loop.Iterations.Count == 0 ? null
        : _iterations.TryGetValue(loop, out var number) ? loop.Iterations.First(one => one.Number == number)
        : loop.Iterations.FirstOrDefault(one => one.HasFailed) ?? loop.Iterations[0];

    /// <summary>The next iteration that failed after the shown one, at the end the first again; null if none failed.</summary>
    internal LoopIteration? NextFailed(RunStep loop)
    {
        var failed = loop.Iterations.Where(one => one.HasFailed).ToList();
        return failed.Find(one => one.Number > IterationOf(loop)!.Number) ?? failed.FirstOrDefault();
    }

    /// <summary>All visits of the selected step, in their order.</summary>
    internal IReadOnlyList<RunStep> Visits =>
        Selected is { } selected ? [.. _all.Where(step => step.Row.Name == selected.Row.Name)] : [];

    /// <summary>The next visit that failed of the selected step, and at the end the first again; null if none failed.</summary>
    internal RunStep? NextFailedVisit()
    {
        var failed = Visits.Where(step => step.Outcome is StepOutcome.Failed or StepOutcome.Caught).ToList();
        return failed.Find(step => step.Visit > Selected!.Visit) ?? failed.FirstOrDefault(step => step != Selected);
    }

    private void Add(IEnumerable<RunStep> steps, List<RunStep> shown)
    {
        foreach (var step in steps)
        {
            shown.Add(step);
            Add(IterationOf(step)?.Steps ?? step.Inside, shown);
        }
    }
}
