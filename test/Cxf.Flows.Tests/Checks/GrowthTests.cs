using System.Text;

namespace Cxf.Flows.Tests.Checks;

public sealed class GrowthTests
{
    /// <summary>Bytes allocated stand for work: unlike time they are the same on a busy machine.</summary>
    [Fact]
    public void The_work_of_reading_and_checking_grows_with_the_steps_and_not_with_their_square()
    {
        var (small, large) = (Chain(160), Chain(1_600));
        Assert.Empty(Documents.Read(small).Diagnostics);
        var growth = (double)Work(large) / Work(small);

        // Ten times the steps: a quadratic part of a tenth of the work would double this already.
        Assert.InRange(growth, 5, 15);
    }

    private static long Work(string document)
    {
        Documents.Read(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Documents.Read(document);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Chain(int rounds)
    {
        var steps = new StringBuilder();
        for (var round = 0; round < rounds; round++)
        {
            steps.Append($"\"call{round}\":{{{FlowBuilder.Call},\"onError\":{{\"any\":\"sorry\"}},\"next\":\"keep{round}\"}},");
            steps.Append(
                $"\"keep{round}\":{{\"kind\":\"transform\",\"assign\":{{\"last\":\"{{% $string($call{round}.status) & "
                    + $"'!' %}}\"}},\"next\":\"{(round + 1 < rounds ? $"call{round + 1}" : "end")}\"}},"
            );
        }

        return FlowBuilder.Flow(steps + "\"sorry\":{\"kind\":\"fail\",\"message\":\"No.\"}", "\"caller\":\"continues\",");
    }
}
