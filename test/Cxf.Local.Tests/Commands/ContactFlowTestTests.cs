using Cxf.Documents.Identifiers;
using Cxf.Local.ConnectExport;
using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

/// <summary><c>cxf test</c> and <c>cxf check</c> on a folder with contact flows and their test cases.</summary>
public sealed class ContactFlowTestTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-contact-flows-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_test_cases_run_and_the_branches_that_none_takes_are_shown()
    {
        Copy("survey");

        var (code, output) = await FlowFolder.RunAsync("test", _folder.FullName);

        Assert.Equal(0, code);
        Assert.Contains("  passed  an-answer", output);
        Assert.Contains("branches of the contact flow were taken; no test takes:", output);
        Assert.Contains("Ask: = 1, = 2, = 3, = 5, InputTimeLimitExceeded, NoMatchingCondition, NoMatchingError", output);
        Assert.EndsWith("1 contact flow, 1 test: 1 passed, 0 failed.\n", output);
    }

    [Fact]
    public async Task A_failing_test_case_says_what_the_caller_heard_instead()
    {
        Copy("survey");
        Change("Thank you. Goodbye", "See you");

        var (code, output) = await FlowFolder.RunAsync("test", _folder.FullName);

        Assert.NotEqual(0, code);
        Assert.Contains("the caller did not hear \"See you\". The last message was \"Thank you. Goodbye.\".", output);
    }

    [Fact]
    public async Task A_mistake_in_a_test_case_is_shown_with_its_location()
    {
        Copy("survey");
        Change("\"Inclusion\"", "\"Contains\"");

        var (code, output) = await FlowFolder.RunAsync("check", _folder.FullName);

        Assert.NotEqual(0, code);
        Assert.Contains("an-answer.json:56:21: error CXF8120 There is no criterion \"Contains\".", output);
        Assert.Contains("Use one of: Similarity, Inclusion.", output);
    }

    [Fact]
    public async Task Programs_get_the_results_as_JSON()
    {
        Copy("survey");

        var (_, output) = await FlowFolder.RunAsync("test", _folder.FullName, "--json");

        Assert.Contains("\"contactFlows\"", output);
        Assert.Contains("\"name\": \"an-answer\"", output);
    }

    [Fact]
    public async Task An_export_into_the_folder_is_tested_with_its_own_test_cases()
    {
        await ExportAsync(ContactFlows);

        var (code, output) = await FlowFolder.RunAsync("test", _folder.FullName);

        Assert.Equal(0, code);
        Assert.Contains("  passed  the-flow-succeeds", output);
        Assert.Contains("3 passed, 0 failed.", output);
    }

    [Theory]
    [InlineData("\"userInput\": \"5\"", 0, "")]
    [InlineData("\"userinput\": \"5\"", 1, "The module's contract has no input \"userinput\".")]
    [InlineData("\"userInput\": 5", 1, "The input \"userInput\" must be of type string.")]
    public async Task A_contact_flow_is_checked_against_the_contract_of_the_module_that_it_invokes(
        string input,
        int expected,
        string message
    )
    {
        await ExportAsync(Path.Combine(ContactFlows, "modules"));
        await File.WriteAllTextAsync(
            Path.Combine(ContactFlows, "caller.json"),
            """
            {"Version": "2019-10-30", "StartAction": "Run", "Metadata": {}, "Actions": [
              {"Identifier": "Run", "Type": "InvokeFlowModule",
               "Parameters": {"FlowModuleId": "create_lead.module", "Input": {INPUT}},
               "Transitions": {"NextAction": "End", "Errors": [{"NextAction": "End", "ErrorType": "NoMatchingError"}]}},
              {"Identifier": "End", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}
            """.Replace("INPUT", input),
            TestContext.Current.CancellationToken
        );

        var (code, output) = await FlowFolder.RunAsync("check", _folder.FullName);

        Assert.Equal(expected, code);
        Assert.Contains(message, output);
    }

    private static async Task ExportAsync(string folder)
    {
        var request = ExportRequest.For(
            TenantId.Parse("acme"),
            ConnectExport.SampleFlows.Read("create_lead"),
            "5",
            "arn:execute",
            "arn:result"
        );
        var files = await ExportedFiles.WriteAsync(folder, "create_lead", request, TestContext.Current.CancellationToken);
        Assert.All(files, file => Assert.Empty(file.Diagnostics));
    }

    private static string Shapes => ProjectRoot.Path("src", "Cxf.Local", "Samples", "contact-flows");

    private string ContactFlows => Path.Combine(_folder.FullName, "contact-flows");

    private void Copy(string shape)
    {
        var tests = Directory.CreateDirectory(Path.Combine(ContactFlows, shape + ".tests"));
        File.Copy(Path.Combine(Shapes, shape + ".json"), Path.Combine(ContactFlows, shape + ".json"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Shapes, shape + ".tests")))
        {
            File.Copy(file, Path.Combine(tests.FullName, Path.GetFileName(file)));
        }
    }

    private void Change(string text, string other)
    {
        foreach (var file in Directory.EnumerateFiles(ContactFlows, "*.json", SearchOption.AllDirectories))
        {
            if (Path.GetDirectoryName(file) != ContactFlows)
            {
                File.WriteAllText(file, File.ReadAllText(file).Replace(text, other));
            }
        }
    }
}
