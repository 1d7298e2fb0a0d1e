using System.Diagnostics;
using System.Text.Json;
using Cxf.Local.SampleCrm;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests;

/// <summary><c>cxf start</c>: Lambda on this machine for programs of others.</summary>
public sealed class StartCommandTests(StartCommandTests.Started started) : IClassFixture<StartCommandTests.Started>
{
    [Fact]
    public async Task The_AWS_SDK_for_JavaScript_invokes_the_functions()
    {
        var folder = NpmTool.Require("aws-sdk-lambda");
        var cxf = await started.GetAsync();
        var answers = await DriveAsync(folder, cxf.Address("Lambda"));

        var executed = answers.GetProperty("executed");
        // Its caller does not wait, so that no limit of a run has to hold here.
        Assert.Equal("RUNNING", executed.GetProperty("payload").Text("status"));
        Assert.Equal("$LATEST", executed.Text("version"));
        Assert.Contains("REPORT RequestId: ", executed.Text("log"));
        Assert.Equal("201", answers.GetProperty("called").GetProperty("payload").Text("status"));
        Assert.Equal("Unhandled", answers.GetProperty("failed").Text("error"));
        Assert.Equal("ApiUnavailable", answers.GetProperty("failed").GetProperty("payload").Text("errorType"));
        Assert.Equal("202", answers.GetProperty("event").Text("status"));
        Assert.Equal("204", answers.GetProperty("dryRun").Text("status"));
        Assert.Equal("ResourceNotFoundException", answers.GetProperty("unknown").Text("name"));
        Assert.Equal("Function not found: NoSuchFunction", answers.GetProperty("unknown").Text("message"));
        Assert.Equal("ResourceNotFoundException", answers.GetProperty("unknownQualifier").Text("name"));
        Assert.Equal("InvalidParameterValueException", answers.GetProperty("otherQualifier").Text("name"));
        Assert.Equal("ValidationException", answers.GetProperty("unknownType").Text("name"));
        Assert.Equal("InvalidRequestContentException", answers.GetProperty("notJson").Text("name"));
        Assert.StartsWith("Could not parse request body into json", answers.GetProperty("notJson").Text("message"));
        Assert.Equal("RequestEntityTooLargeException", answers.GetProperty("tooLarge").Text("name"));
    }

    [Fact]
    public async Task Its_log_has_a_REPORT_line_for_every_invocation_and_Ctrl_C_ends_it_in_good_order()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send.");
        using var samples = new FewSamples();
        await using var cxf = await StartedCxf.StartAsync(samples);
        using var client = new HttpClient();
        using var answer = await client.PostAsync(
            new Uri(cxf.Address("Lambda"), "2015-03-31/functions/ExecuteFlowFunction/invocations"),
            new StringContent("{}"),
            TestContext.Current.CancellationToken
        );
        var id = answer.Headers.GetValues("x-amzn-RequestId").Single();
        await cxf.SeeAsync(line => line.StartsWith($"REPORT RequestId: {id}\tDuration: ", StringComparison.Ordinal));
        Assert.Equal(0, await cxf.InterruptAsync());
    }

    [Fact]
    public async Task A_flow_is_published_to_it_through_its_table_as_to_AWS()
    {
        var cxf = await started.GetAsync();
        string[] target = ["--stage", "local", "--endpoint", cxf.Address("Tables").ToString()];
        var flow = started.Samples.FileOf("borealis/create_lead");
        await File.WriteAllTextAsync(
            flow,
            (await File.ReadAllTextAsync(flow, TestContext.Current.CancellationToken)).Replace(
                "\"description\": \"",
                "\"description\": \"Changed. "
            ),
            TestContext.Current.CancellationToken
        );
        var (code, output) = await CxfProcess.RunAsync([
            "publish",
            started.Samples.Path,
            "--set",
            $"CrmUrl={started.Crm!.Address.ToString().TrimEnd('/')}",
            .. target,
        ]);
        Assert.True(code == 0, output);
        Assert.Contains("acme/create_lead: Version 1 is already live.", output);
        Assert.Contains("borealis/create_lead: ", output);
    }

    private static async Task<JsonElement> DriveAsync(string folder, Uri endpoint)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", ["drive.mjs", endpoint.ToString(), ProjectRoot.Path("events")])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonElement.Parse(await output);
    }

    /// <summary>One that starts with the first test that asks for it, because each takes seconds.</summary>
    public sealed class Started : IAsyncDisposable
    {
        private StartedCxf? _cxf;

        internal SampleCrmServer? Crm { get; private set; }

        internal FewSamples Samples { get; } = new("acme/create_lead", "acme/request_callback", "borealis/create_lead");

        public async ValueTask DisposeAsync()
        {
            await (_cxf?.DisposeAsync() ?? ValueTask.CompletedTask);
            await (Crm?.DisposeAsync() ?? ValueTask.CompletedTask);
            Samples.Dispose();
        }

        internal async Task<StartedCxf> GetAsync()
        {
            Crm ??= await SampleCrmServer.StartAsync(new SampleCrmOptions(), TestContext.Current.CancellationToken);
            return _cxf ??= await StartedCxf.StartAsync(Samples, "--crm", Crm.Address.ToString());
        }
    }
}
