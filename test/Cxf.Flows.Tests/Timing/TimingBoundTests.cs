using Cxf.Flows.Compiling;
using Cxf.Flows.Costs;
using Cxf.Testing;

namespace Cxf.Flows.Tests.Timing;

/// <summary>
/// Random flows run in the embedded Step Functions under virtual time; none takes longer, or costs more, than was said.
/// <c>CXF_LONG=1</c> runs far more.
/// </summary>
public sealed class TimingBoundTests
{
    private const int Seeds = 8;

    private static readonly int Flows = LongRun.Count(128, 8_000) / Seeds;

    public static TheoryData<int> AllSeeds => [.. Enumerable.Range(1, Seeds)];

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void No_simulated_run_takes_longer_or_more_transitions_than_calculated(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Flows; i++)
        {
            using var flows = new RandomDeployment(random, isInTrouble: false, hasUndo: i % 2 == 1, hasInnerUndo: i % 4 > 1);
            var (timing, _) = flows.Clocks();
            var bound = timing.Longest.WorstCase;
            Assert.True(bound is not null, flows.Document);
            var (took, transitions) = flows.Run();
            Assert.True(
                took <= bound,
                $"Seed {seed}, flow {i}: took {took}, said to take at most {bound} on {timing.Longest}\n{flows.Document}"
            );
            if (timing.Type == StateMachineType.Standard)
            {
                var most = FlowPathCosts.Of(flows.Flow, timing, flows.Pinned).Paths.Max(path => path.MaxTransitions)!;
                Assert.True(
                    transitions <= most,
                    $"Seed {seed}, flow {i}: {transitions} transitions, said to be at most {most}\n{flows.Document}"
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void Claims_and_answers_that_are_written_again_take_no_longer_than_timeouts_leave_for_them(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Flows; i++)
        {
            using var flows = new RandomDeployment(random, isInTrouble: true, hasUndo: i % 2 == 1, hasInnerUndo: i % 4 > 1);
            var (_, bound) = flows.Clocks();
            var (took, _) = flows.Run();
            Assert.True(
                took <= bound,
                $"Seed {seed}, flow {i}: took {took}, with repeated writes at most {bound}\n{flows.Document}"
            );
        }
    }
}
