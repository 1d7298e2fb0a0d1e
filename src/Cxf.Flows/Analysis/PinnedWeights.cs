using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>
/// What each compiled-in version weighs by one measure, found once however often it is run: versions that run versions twice each
/// would else take twice as long with every level.
/// </summary>
/// <param name="pinned">The published versions; null when they are not known.</param>
internal sealed class PinnedWeights(IReadOnlyDictionary<PinnedVersion, FlowDefinition>? pinned)
{
    private readonly Dictionary<PinnedVersion, double> _known = [];

    /// <summary>
    /// The weight of the version that a step names; 0 for one that is not known, which a rule of its own reports.
    /// </summary>
    public double Of(PinnedVersion version, Func<FlowDefinition, double> weigh)
    {
        if (_known.TryGetValue(version, out var known))
        {
            return known;
        }

        if (pinned?.GetValueOrDefault(version) is not { } flow)
        {
            return 0;
        }

        // While a version is being weighed it weighs nothing: one that runs itself is an error of its own.
        _known[version] = 0;
        return _known[version] = weigh(flow);
    }
}
