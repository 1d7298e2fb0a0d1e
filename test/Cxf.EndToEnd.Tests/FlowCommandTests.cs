using Cxf.Testing;

namespace Cxf.EndToEnd.Tests;

public sealed class FlowCommandTests
{
    private static string Samples => ProjectRoot.Path("src", "Cxf.Local", "Samples");

    private static string Lead => Path.Combine(Samples, "tenants", "acme", "flows", "create_lead.json");

    [Fact]
    public async Task The_samples_are_clean_and_their_tests_pass()
    {
        var (code, output) = await CxfProcess.RunAsync("check", Samples);
        Assert.True(code == 0, output);
        (code, output) = await CxfProcess.RunAsync("test", Samples);
        Assert.True(code == 0, output);
        Assert.Matches("[0-9]+ flows, [0-9]+ tests: [0-9]+ passed, 0 failed", output);
    }

    [Fact]
    public async Task A_flow_is_compiled_to_the_machine_that_a_deployment_would_get()
    {
        var (code, output) = await CxfProcess.RunAsync("compile", Lead);
        Assert.Equal(0, code);
        Assert.Equal("JSONata", System.Text.Json.JsonElement.Parse(output).GetProperty("QueryLanguage").GetString());
    }

    [Fact]
    public async Task A_wrong_flow_and_a_failing_test_exit_with_1()
    {
        var folder = Directory.CreateTempSubdirectory("cxf-flows-");
        try
        {
            var text = await File.ReadAllTextAsync(Lead, TestContext.Current.CancellationToken);
            var wrong = Path.Combine(folder.FullName, "wrong.json");
            await File.WriteAllTextAsync(
                wrong,
                text.Replace("\"next\": \"decision_1\"", "\"next\": \"nowhere\""),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(1, (await CxfProcess.RunAsync("check", wrong)).ExitCode);
            Assert.Equal(1, (await CxfProcess.RunAsync("compile", wrong)).ExitCode);
            var failing = Path.Combine(folder.FullName, "failing.json");
            await File.WriteAllTextAsync(
                failing,
                text.Replace("\"message\": \"Thank you. Your", "\"message\": \"Hello. Your"),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(1, (await CxfProcess.RunAsync("test", failing)).ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "no-such-file.json")]
    [InlineData("compile", "no-such-file.json")]
    [InlineData("test", "no-such-folder")]
    public async Task A_usage_error_names_the_problem(params string[] arguments)
    {
        var (code, output) = await CxfProcess.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Contains("Usage", output);
    }
}
