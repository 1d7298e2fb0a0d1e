using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Templates;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>What cxf does around a function's process, as Lambda does it.</summary>
public sealed class FunctionProcessTests
{
    private readonly ConcurrentQueue<string> _log = new();

    [Fact]
    public async Task An_invocation_ends_with_a_REPORT_line_and_only_the_first_one_tells_the_start()
    {
        await using var process = await StartAsync(Function());
        await process.InvokeAsync("first", "{}"u8.ToArray());
        await process.InvokeAsync("second", "{}"u8.ToArray());
        var reports = _log.Where(line => line.StartsWith("REPORT ")).ToList();
        Assert.Matches(
            new Regex(
                @"^REPORT RequestId: first\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\tMemory Size: 512 MB\tMax Memory Used: [1-9]\d* MB\tInit Duration: \d+\.\d\d ms$"
            ),
            reports[0]
        );
        Assert.EndsWith("MB", reports[1]);
    }

    [Fact]
    public async Task An_event_that_is_not_JSON_is_answered_by_the_real_executable()
    {
        await using var process = await StartAsync(Function());
        var result = await process.InvokeAsync("r", "not json"u8.ToArray());
        Assert.False(result.IsError);
        Assert.Contains("InvalidRequest", Encoding.UTF8.GetString(result.Payload.Span));
    }

    [Fact]
    public async Task A_function_that_is_over_its_time_is_ended_and_the_error_says_so()
    {
        // Nothing answers there, and the SDK tries for longer than the function may run.
        await using var process = await StartAsync(
            Function(function =>
                function with
                {
                    Timeout = TimeSpan.FromMilliseconds(1),
                    Environment = With(function, ("AWS_ENDPOINT_URL_DYNAMODB", "http://192.0.2.1/")),
                }
            )
        );
        var result = await process.InvokeAsync(
            "r",
            Encoding.UTF8.GetBytes(ProcessTests.Event("connect-press-5.json", ProcessTests.NewContact()))
        );
        Assert.True(result.IsError);
        Assert.Equal(
            """{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: r Error: Task timed out after 0.00 seconds"}""",
            Encoding.UTF8.GetString(result.Payload.Span)
        );
        Assert.False(process.IsUsable);
    }

    [Fact]
    public async Task A_function_that_cannot_start_is_an_error_and_its_log_says_why()
    {
        await using var process = await StartAsync(
            Function(function => function with { Environment = With(function, ("CXF_STAGE", "not a stage")) })
        );
        var result = await process.InvokeAsync("r", "{}"u8.ToArray());
        Assert.True(result.IsError);
        Assert.False(process.IsUsable);
        Assert.Contains(_log, line => line.Contains("CXF_STAGE must be 1 to 12 of a-z 0-9"));
    }

    [Fact]
    public void Settings_of_the_developers_own_never_reach_a_function()
    {
        var start = DeployedProcesses.Executable.Start();
        Assert.DoesNotContain(start.Environment.Keys, name => name.StartsWith("AWS_") || name.StartsWith("CXF_"));
    }

    private static FunctionDefinition Function(Func<FunctionDefinition, FunctionDefinition>? change = null)
    {
        var template = ServerlessTemplate.Read(
            ProjectRoot.Path("template.yaml"),
            new Dictionary<string, string> { ["Stage"] = "local" }
        );
        var function = template.Functions.Single(one => one.LogicalId == "ExecuteFlowFunction");
        return change is null ? function : change(function);
    }

    private static Dictionary<string, string> With(
        FunctionDefinition function,
        params IEnumerable<(string Name, string Value)> changes
    )
    {
        var environment = new Dictionary<string, string>(function.Environment);
        foreach (var (name, value) in changes)
        {
            environment[name] = value;
        }

        return environment;
    }

    private Task<FunctionProcess> StartAsync(FunctionDefinition function) =>
        FunctionProcess.StartAsync(
            function,
            new FunctionOptions { Executable = DeployedProcesses.Executable, Log = _log.Enqueue },
            TestContext.Current.CancellationToken
        );
}
