using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Links the graphs inside Parallel and Map states.</summary>
internal static class GraphLinks
{
    public static void LinkInner(StateGraph graph)
    {
        foreach (var state in graph.States.Values)
        {
            foreach (var inner in Inner(state))
            {
                inner.Link();
                LinkInner(inner);
            }
        }
    }

    private static IReadOnlyList<StateGraph> Inner(State state) => state switch
    {
        ParallelState parallel => parallel.Branches,
        MapState map => [map.Processor],
        _ => [],
    };
}
