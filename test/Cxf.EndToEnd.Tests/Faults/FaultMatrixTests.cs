using System.Text.Json;
using Cxf.EndToEnd.Tests.Retries;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Faults;

/// <summary>
/// Every call of an AWS service that ExecuteFlow and GetFlowResult make goes wrong in every way, alone and with every second one
/// after it: one effect, no answer that contradicts the run, and the caller hears the flow's own answer. <c>CXF_LONG=1</c> tries
/// every pair, else every single fault and a part of the pairs.
/// </summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private const int Part = 13;

    private static readonly Fault[] Faults = Enum.GetValues<Fault>();
    private static readonly bool IsLong = LongRun.IsAskedFor;

    // What the matrix looks for: that it would find it.
    [Theory]
    [InlineData("FAILED", "NONE", "Busy", 0, 0, false)]
    [InlineData("FAILED", "NONE", "Busy", 0, 1, true)]
    [InlineData("FAILED", "run-1", "Busy", 0, 0, true)]
    [InlineData("FAILED", "NONE", "Internal", 0, 0, true)]
    [InlineData("FAILED", "run-1", "RunNotStarted", 0, 0, false)]
    [InlineData("FAILED", "run-1", "RunNotStarted", 1, 1, true)]
    [InlineData("FAILED", "run-1", "FlowTimeout", 0, 1, true)]
    [InlineData("REJECTED", "NONE", "RunNotFound", 1, 1, true)]
    [InlineData("RUNNING", "run-1", "NONE", 0, 1, false)]
    [InlineData("RUNNING", "NONE", "NONE", 0, 1, true)]
    [InlineData("SUCCEEDED", "run-1", "NONE", 0, 1, false)]
    [InlineData("SUCCEEDED", "run-1", "NONE", 0, 0, true)]
    public void A_wrong_answer_contradicts_the_run(
        string status,
        string runId,
        string errorCode,
        int before,
        int after,
        bool contradicts
    )
    {
        var answer = JsonElement.Parse(
            $$"""{"status":"{{status}}","runId":"{{runId}}","errorCode":"{{errorCode}}","message":"Done."}"""
        );
        Assert.Equal(
            contradicts,
            new FaultyAnswer(true, answer, before, after).Contradicts(new FaultyCall([]) { Expected = "Done." }, readsOnly: false)
        );
    }

    [Theory]
    [InlineData("claimed")]
    [InlineData("reading")]
    [InlineData("standard")]
    public async Task Two_faults_anywhere_are_one_effect_and_no_answer_that_contradicts_the_run(string kind)
    {
        var flow = kind switch
        {
            "claimed" => TestFlow.Express,
            "reading" => TestFlow.Reading,
            _ => TestFlow.Standard,
        };
        var (cases, effects, contradictions) = (0, 0, new List<string>());
        await using var deployment = await FaultyDeployment.StartAsync(flow);
        var undisturbed = await TryAsync();
        Assert.InRange(undisturbed.Count, 3, 8);
        for (var first = 0; first < undisturbed.Count; first++)
        {
            foreach (var fault in Faults)
            {
                // Of the calls that are made at once, either may come first; each pair is tried once.
                var seconds = (await TryAsync((undisturbed[first], fault))).Except(undisturbed.Take(first + 1)).ToList();
                for (var second = 0; second < seconds.Count; second++)
                {
                    foreach (var another in Faults)
                    {
                        if (IsLong || ((second * Faults.Length) + (int)another + (int)fault + first) % Part == 0)
                        {
                            await TryAsync((undisturbed[first], fault), (seconds[second], another));
                        }
                    }
                }
            }
        }

        output.WriteLine($"{kind}: {cases} cases, {effects} effects, {contradictions.Count} contradictions");
        Assert.Empty(contradictions);
        Assert.Equal(flow == TestFlow.Reading ? 0 : cases, effects);

        async Task<IReadOnlyList<string>> TryAsync(params (string, Fault)[] faults)
        {
            var call = await deployment.CallAsync(faults);
            cases++;
            effects += call.Effects;
            contradictions.AddRange(call.Contradictions(flow == TestFlow.Reading));
            if (flow == TestFlow.Reading ? call.Reads == 0 : call.Effects != 1)
            {
                contradictions.Add($"{call}: {call.Effects} effects, {call.Reads} reads");
            }

            return call.Calls;
        }
    }
}
