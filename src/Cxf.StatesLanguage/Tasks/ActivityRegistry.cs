namespace Cxf.StatesLanguage.Tasks;

/// <summary>The activities of one service, by ARN in the order of their creation.</summary>
internal sealed class ActivityRegistry
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, Activity> _activities = new(StringComparer.Ordinal);

    public Activity? Find(string arn)
    {
        lock (_lock)
        {
            return _activities.GetValueOrDefault(arn);
        }
    }

    /// <summary>The activity of an ARN; created if it does not exist.</summary>
    public Activity GetOrAdd(string arn, string name, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_activities.TryGetValue(arn, out var activity))
            {
                _activities.Add(arn, activity = new Activity(arn, name, now));
            }

            return activity;
        }
    }

    public void Remove(string arn)
    {
        lock (_lock)
        {
            _activities.Remove(arn);
        }
    }

    public IReadOnlyList<Activity> All()
    {
        lock (_lock)
        {
            return [.. _activities.Values];
        }
    }
}
