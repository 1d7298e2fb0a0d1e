using System.Text.Json;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Service;
using Cxf.Testing;

namespace Cxf.StatesLanguage.Tests.Service;

/// <summary>Measures the memory of the process, so nothing else runs at the same time.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Kept = 2_000;

    private const string States = """
        {"A":{"Type":"Pass","Assign":{"n":"{% $states.input.n %}"},"Next":"B"},
         "B":{"Type":"Choice","Choices":[{"Condition":"{% $n > 0 %}","Next":"C"}],"Default":"D"},
         "C":{"Type":"Wait","Seconds":1,"Next":"D"},
         "D":{"Type":"Map","Items":"{% [1..3] %}","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},
              "Next":"E"},
         "E":{"Type":"Choice","Choices":[{"Condition":"{% $n = 2 %}","Next":"F"}],"Default":"G"},
         "F":{"Type":"Fail","Error":"Odd"},
         "G":{"Type":"Succeed"}}
        """;

    /// <summary>A million in the long run. What is kept already is full, so that only a leak could add to it.</summary>
    [Fact]
    public void Executions_that_end_leave_memory_flat()
    {
        using var local = new LocalService(new StepFunctionsOptions { Retention = new ExecutionRetention(Kept) });
        var standard = local.Machine("A", States);
        var express = local.Machine("A", States, StateMachineType.Express, "express");
        Run(2 * Kept);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Run(LongRun.Count(10_000, 1_000_000));
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.Equal(Kept, local.Service.ViewAll().Count);
        Assert.InRange(growth, long.MinValue, before / 10);

        void Run(int executions)
        {
            const int Together = 100;
            for (var count = 0; count < executions; count += Together)
            {
                for (var n = 0; n < Together; n++)
                {
                    local.Service.StartExecution(
                        new StartExecutionRequest(n % 2 == 0 ? standard : express, null, $$"""{"n":{{n % 3}}}""")
                    );
                }

                local.Time.Advance(TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>
    /// What the garbage collector visits makes every later execution slower, so an execution that has ended holds bytes and no
    /// objects of its own.
    /// </summary>
    [Theory]
    [InlineData(StateMachineType.Standard, """{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","End":true}}""")]
    [InlineData(StateMachineType.Express, """{"A":{"Type":"Fail","Error":"e","Cause":"{% $states.input.text %}"}}""")]
    [InlineData(
        StateMachineType.Standard,
        """{"A":{"Type":"Pass","Assign":{"v":"{% $states.input.n %}"},"Output":"{% $states.input.text %}","End":true}}"""
    )]
    [InlineData(
        StateMachineType.Standard,
        """
            {"A":{"Type":"Map","Items":"{% [1..5] %}","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},
                  "End":true}}
            """
    )]
    [InlineData(
        StateMachineType.Standard,
        """
            {"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
              "Arguments":{"FunctionName":"f","Payload":1},"End":true}}
            """
    )]
    public void An_ended_execution_is_kept_in_fewer_bytes_than_its_json_and_without_objects(StateMachineType type, string states)
    {
        const int Executions = 5_000;
        var answer = LambdaFunction.Answering(static _ => """{"answer":1}""");
        using var local = new LocalService(new StepFunctionsOptions { Lambda = answer });
        var machine = local.Machine("A", states, type);
        Run(100);
        var (allBefore, objectsBefore) = Sizes();
        Run(Executions);
        var (all, objects) = Sizes();

        var last = local.Service.ViewAll()[^1];
        var json =
            HistoryEventJson.Write(local.Service.HistoryOf(last.ExecutionArn)).Length + JsonSerializer.Serialize(last).Length;
        Assert.InRange((double)(all - allBefore) / Executions, 0, 0.5 * json);

        // The tables that find it, which have no references.
        Assert.InRange((double)(objects - objectsBefore) / Executions, double.MinValue, 64);

        void Run(int executions)
        {
            for (var count = 0; count < executions; count++)
            {
                local.Service.StartExecution(
                    new StartExecutionRequest(machine, null, $$"""{"n":{{count}},"text":"text {{count}}"}""")
                );
            }
        }

        static (long All, long Objects) Sizes()
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            var memory = GC.GetGCMemoryInfo(GCKind.FullBlocking);
            var objects = memory
                .GenerationInfo[..3]
                .ToArray()
                .Sum(static each => each.SizeAfterBytes - each.FragmentationAfterBytes);
            return (GC.GetTotalMemory(forceFullCollection: true), objects);
        }
    }
}
