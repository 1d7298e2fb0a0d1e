namespace Cxf.Benchmarks.StatesLanguage;

/// <summary>How many executions an engine does.</summary>
/// <param name="PerSecond">In a second.</param>
/// <param name="PerProcessorSecond">In a second of processor time of the process, so that other programs count less.</param>
internal readonly record struct Rate(double PerSecond, double PerProcessorSecond)
{
    /// <summary>The medians of several rounds.</summary>
    public static Rate MedianOf(IEnumerable<Rate> rounds)
    {
        var all = rounds.ToList();
        return new Rate(Median(all.Select(rate => rate.PerSecond)), Median(all.Select(rate => rate.PerProcessorSecond)));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
