namespace Cxf.Graphs.Layout;

/// <summary>
/// Which lines run beside each other in the gaps. In the gap between two columns each target has a track of its own, whatever
/// the rows, so that a step more or less does not move the columns. In the gap between two rows, lines that do not meet share a
/// track.
/// </summary>
internal sealed class TrackPlan
{
    private readonly Dictionary<int, List<string>> _acrossTracks = [];
    private readonly Dictionary<int, Dictionary<string, int>> _downTracks = [];
    private readonly Dictionary<int, int> _downCounts = [];

    /// <param name="routes">The ways of all edges.</param>
    /// <param name="reserved">Tracks in gaps between columns that are kept free even if no line needs them now.</param>
    /// <param name="rank">The order of tracks in a gap between columns, from left to right.</param>
    public TrackPlan(
        IEnumerable<IReadOnlyList<Waypoint>> routes,
        IEnumerable<(int Gap, string Track)> reserved,
        Func<string, int> rank
    )
    {
        var across = new HashSet<(int Gap, string Track)>(reserved);
        var down = new Dictionary<(int Row, string Track), (int First, int Last)>();
        foreach (var point in routes.SelectMany(route => route))
        {
            if (point.X.Kind == AcrossKind.Gap)
            {
                across.Add((point.X.Index, point.X.Track));
            }

            if (point.Y.Kind == DownKind.Gap)
            {
                var (key, at) = ((point.Y.Row, point.Y.Track), point.X.Order);
                var (first, last) = down.GetValueOrDefault(key, (at, at));
                down[key] = (Math.Min(first, at), Math.Max(last, at));
            }
        }

        foreach (var gap in across.GroupBy(track => track.Gap))
        {
            _acrossTracks[gap.Key] =
            [
                .. gap.Select(track => track.Track).OrderBy(rank).ThenBy(track => track, StringComparer.Ordinal),
            ];
        }

        foreach (var gap in down.GroupBy(line => line.Key.Row))
        {
            Share(gap.Key, [.. gap.Select(line => (line.Key.Track, line.Value.First, line.Value.Last))]);
        }
    }

    /// <summary>How many tracks the gap before a column has.</summary>
    public int CountBefore(int column) => _acrossTracks.TryGetValue(column, out var tracks) ? tracks.Count : 0;

    /// <summary>The number of a track in the gap before a column, from the left.</summary>
    public int Before(int column, string track) => _acrossTracks[column].IndexOf(track);

    /// <summary>How many tracks the gap below a row has.</summary>
    public int CountBelow(int row) => _downCounts.GetValueOrDefault(row);

    /// <summary>The number of a track in the gap below a row, from above.</summary>
    public int Below(int row, string track) => _downTracks[row][track];

    // Branches leave above the lines that arrive, so that the two do not cross below a decision.
    private void Share(int row, List<(string Track, int First, int Last)> lines)
    {
        var taken = new List<List<(int First, int Last)>>();
        _downTracks[row] = [];
        foreach (
            var (track, first, last) in lines
                .OrderBy(line => !line.Track.StartsWith("from", StringComparison.Ordinal))
                .ThenBy(line => line.First)
                .ThenBy(line => line.Track, StringComparer.Ordinal)
        )
        {
            var number = taken.FindIndex(others => others.All(other => other.Last < first || last < other.First));
            if (number < 0)
            {
                number = taken.Count;
                taken.Add([]);
            }

            taken[number].Add((first, last));
            _downTracks[row][track] = number;
        }

        _downCounts[row] = taken.Count;
    }
}
