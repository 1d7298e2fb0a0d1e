using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.EndToEnd.Tests.Alarms;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Templates;
using Cxf.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>What cxf does around a function's process, as Lambda does it.</summary>
public sealed class FunctionProcessTests
{
    private readonly ConcurrentQueue<string> _log = new();

    [Fact]
    public async Task An_invocation_ends_with_a_REPORT_line_and_only_the_first_one_has_the_start()
    {
        await using var process = await StartAsync(Function());
        await process.InvokeAsync("first", "{}"u8.ToArray());
        await process.InvokeAsync("second", "{}"u8.ToArray());
        var reports = _log.Where(line => line.StartsWith("REPORT ")).ToList();
        Assert.Matches(
            new Regex(
                @"^REPORT RequestId: first\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\tMemory Size: 512 MB\tMax "
                    + @"Memory Used: [1-9]\d* MB\tInit Duration: \d+\.\d\d ms$"
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
    public async Task The_event_after_one_that_was_over_its_time_finds_another_process()
    {
        using var configuration = PatientConfiguration();
        await using var crm = await FaultyService.StartAsync(Fault.Silent);
        var time = new WatchedTime(Function("CallApiFunction").Timeout);
        await using var deployment = await ProcessDeployment.StartAsync(
            new ProcessDeploymentOptions
            {
                Template = DeployedProcesses.TemplateFile,
                ConfigurationFolder = configuration.Path,
                Crm = crm.Address,
                Functions = new FunctionOptions
                {
                    Executable = DeployedProcesses.Executable,
                    MaxProcesses = 1,
                    TimeProvider = time,
                },
            },
            TestContext.Current.CancellationToken
        );
        var silent = AskAsync();
        await time.Awaited.WaitAsync(TestContext.Current.CancellationToken);
        time.Advance(time.Limit);
        Assert.Equal("Sandbox.Timedout", (await silent).Text("errorType"));

        crm.Fault = Fault.None;
        Assert.Equal("201", (await AskAsync()).Text("status"));

        async Task<JsonElement> AskAsync()
        {
            var result = await deployment.Lambda.InvokeAsync(
                deployment.Lambda.Find("CallApi")!,
                Encoding.UTF8.GetBytes(OutageScene.CallOf("crm")),
                TestContext.Current.CancellationToken
            );
            return JsonElement.Parse(result.Payload.Span);
        }
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

    // The connection alone would give up on the CRM sooner than Lambda on the function.
    private static WorkingFolder PatientConfiguration()
    {
        var configuration = WorkingFolder.CopyOf(
            Path.Combine(AppContext.BaseDirectory, "Samples"),
            new Dictionary<string, string>()
        );
        var connection = Path.Combine(configuration.Path, "tenants", "acme", "connections", "crm.json");
        var document = File.ReadAllText(connection);
        File.WriteAllText(connection, document.Replace("\"totalMs\": 3000", "\"firstByteMs\": 60000, \"totalMs\": 60000"));
        return configuration;
    }

    private static FunctionDefinition Function(Func<FunctionDefinition, FunctionDefinition> change) =>
        change(Function("ExecuteFlowFunction"));

    private static FunctionDefinition Function(string logicalId = "ExecuteFlowFunction")
    {
        var template = ServerlessTemplate.Read(
            ProjectRoot.Path("template.yaml"),
            new Dictionary<string, string> { ["Stage"] = "local" }
        );
        return template.Functions.Single(one => one.LogicalId == logicalId);
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
            new FunctionOptions
            {
                Executable = DeployedProcesses.Executable,
                Log = _log.Enqueue,
                TimeProvider = PatientClock.OfFunctions,
            },
            TestContext.Current.CancellationToken
        );

    /// <summary>Time that stands until the test moves it, once a wait of just this length has begun.</summary>
    private sealed class WatchedTime(TimeSpan limit) : FakeTimeProvider(TimeProvider.System.GetUtcNow())
    {
        private readonly TaskCompletionSource _awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TimeSpan Limit => limit;

        public Task Awaited => _awaited.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == limit)
            {
                _awaited.TrySetResult();
            }

            return timer;
        }
    }
}
