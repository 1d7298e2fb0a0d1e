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
}
