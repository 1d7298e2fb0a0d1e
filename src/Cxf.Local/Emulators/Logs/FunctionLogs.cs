using System.Collections.Concurrent;
using Cxf.StatesLanguage.History;

namespace Cxf.Local.Emulators.Logs;

/// <summary>The newest log lines of the functions, in their log groups <c>/aws/lambda/&lt;function&gt;</c>.</summary>
internal sealed class FunctionLogs(TimeProvider timeProvider)
{
    // Of about 1 KB: 20 MB for a function.
    private const int MostLines = 20_000;

    private readonly ConcurrentDictionary<string, Queue<LoggedEvent>> _groups = new();

    /// <summary>The log groups.</summary>
    public IEnumerable<string> Groups => _groups.Keys;

    /// <summary>Makes a function's log group, and gives what takes its lines, from any thread.</summary>
    public Action<string> Open(string function)
    {
        var lines = _groups.GetOrAdd($"/aws/lambda/{function}", _ => new Queue<LoggedEvent>());
        return line =>
        {
            var logged = new LoggedEvent(timeProvider.GetUtcNow(), "local", line);
            lock (lines)
            {
                lines.Enqueue(logged);
                if (lines.Count > MostLines)
                {
                    lines.Dequeue();
                }
            }
        };
    }

    /// <summary>The lines of a group from one moment to another, oldest first.</summary>
    public IReadOnlyList<LoggedEvent> Lines(string group, DateTimeOffset from, DateTimeOffset until)
    {
        if (!_groups.TryGetValue(group, out var lines))
        {
            return [];
        }

        lock (lines)
        {
            return [.. lines.Where(line => line.Timestamp >= from && line.Timestamp < until)];
        }
    }
}
