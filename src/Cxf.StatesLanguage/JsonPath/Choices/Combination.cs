using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath.Choices;

/// <summary>And, Or and Not.</summary>
internal sealed class Combination(CombinationKind kind, IReadOnlyList<ICondition> conditions) : ICondition
{
    public bool Holds(StateRun run) => kind switch
    {
        CombinationKind.And => conditions.All(condition => condition.Holds(run)),
        CombinationKind.Or => conditions.Any(condition => condition.Holds(run)),
        _ => !conditions[0].Holds(run),
    };
}
