namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>
/// A CloudWatch alarm on one metric, evaluated as CloudWatch does (Amazon CloudWatch user guide, "Alarm evaluation"): the last
/// <paramref name="EvaluationPeriods"/> periods, of which all must breach. Missing data never breach here (notBreaching).
/// </summary>
internal sealed record Alarm(
    string Name,
    string Metric,
    string Statistic,
    TimeSpan Period,
    int EvaluationPeriods,
    double Threshold,
    bool HasActions
)
{
    /// <summary>Whether the alarm is in ALARM at any time, given these data.</summary>
    public bool Fires(IEnumerable<MetricDatum> data)
    {
        var breaching = data.Where(datum => datum.Key == Metric)
            .GroupBy(datum => datum.Time.Ticks / Period.Ticks, datum => datum.Value)
            .Where(period => ValueOf([.. period]) > Threshold)
            .Select(period => period.Key)
            .ToHashSet();
        return breaching.Any(last => Enumerable.Range(0, EvaluationPeriods).All(back => breaching.Contains(last - back)));
    }

    private double ValueOf(List<double> values) =>
        Statistic switch
        {
            "Sum" => values.Sum(),
            "Average" => values.Average(),
            "Maximum" => values.Max(),
            ['p', .. var percent] => values.Order().ElementAt((int)Math.Ceiling(values.Count * double.Parse(percent) / 100) - 1),
            _ => throw new NotSupportedException($"{Name}: {Statistic} is not evaluated here."),
        };
}
