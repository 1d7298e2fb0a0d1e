using System.Diagnostics;
using System.Text.Json;
using Cxf.Jsonata;

namespace Cxf.Benchmarks.Jsonata;

/// <summary>Our engine on one row.</summary>
internal sealed class OwnEngine : IDisposable
{
    private readonly JsonDocument _document;
    private readonly Action _once;
    private int _count;

    public OwnEngine(BenchmarkRow row)
    {
        _document = JsonDocument.Parse(row.Input);
        var input = JsonataValue.From(_document.RootElement);
        var expression = JsonataExpression.Compile(row.Expression);
        _once = row.ParseOnly ? () => JsonataExpression.Compile(row.Expression) : () => expression.Evaluate(input);
    }

    /// <summary>Nanoseconds for one evaluation in one run of at least that time.</summary>
    public double Measure(TimeSpan time)
    {
        if (_count == 0)
        {
            _count = 1;
            while (Time(_count) < time)
            {
                _count *= 2;
            }
        }

        return Time(_count).TotalNanoseconds / _count;
    }

    /// <summary>What one evaluation allocates.</summary>
    public double Bytes()
    {
        const int evaluations = 100;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < evaluations; index++)
        {
            _once();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)evaluations;
    }

    public void Dispose() => _document.Dispose();

    private TimeSpan Time(int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++)
        {
            _once();
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
