namespace Cxf.Local.Tests.Commands;

/// <summary>Options of <c>cxf call</c> that cannot have an effect are refused, and what they answer is not asked.</summary>
public sealed class CallOptionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-call-options-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("A contact of the channel CHAT has no number", "--channel", "CHAT", "--from", "+12025550101")]
    [InlineData("A contact of the channel TASK has no number", "--channel", "TASK", "--from", "+12025550101")]
    [InlineData("--module is about your own contact flow: add --contact-flow.", "--module", "m=FILE")]
    [InlineData("--lambda is about your own contact flow: add --contact-flow.", "--lambda", "arn=ExecuteFlow")]
    public async Task An_option_without_effect_is_refused(string message, params string[] arguments)
    {
        var file = await WriteAsync();
        var (code, _, error) = await CxfCommandTests.RunAsync([
            "call",
            .. arguments.Select(argument => argument.Replace("FILE", file)),
        ]);

        Assert.Equal(2, code);
        Assert.Contains(message, error);
    }

    [Theory]
    [InlineData("v=Nonsense", "The action \"v\" cannot end with \"Nonsense\". Use one of: Next, NoMatchingError.")]
    [InlineData("ShowView=Nonsense", "The action \"ShowView\" cannot end with \"Nonsense\".")]
    [InlineData("w=Next", "No action has the identifier or the type \"w\".")]
    public async Task A_result_that_no_action_has_is_refused_with_the_possible_ones(string result, string message)
    {
        var (code, output, _) = await CxfCommandTests.RunAsync("call", "--contact-flow", await WriteAsync(), "--result", result);

        Assert.Equal(2, code);
        Assert.Contains(message, output);
    }

    [Theory]
    [InlineData("cxf call --result \"v=Next\"|cxf call --intent Book")]
    [InlineData("cxf call --intent Book", "--result", "v=Next")]
    [InlineData("cxf call --intent Book", "--result", "ShowView=Next")]
    [InlineData("cxf call --result \"v=Next\"", "--intent", "Book")]
    [InlineData("cxf call --result \"v=Next\"", "--result", "Bot=Book")]
    [InlineData("", "--result", "v=Next", "--intent", "Book")]
    public async Task A_warning_names_the_option_that_answers_it_and_is_not_shown_with_it(string shown, params string[] arguments)
    {
        // The wrong result ends the command before anything starts.
        var (_, output, _) = await CxfCommandTests.RunAsync([
            "call",
            "--contact-flow",
            await WriteAsync(),
            "--result",
            "nothing=here",
            .. arguments,
        ]);

        var warnings = output.Split('\n').Where(line => line.Contains("CXF8107")).ToList();
        var expected = shown.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length, warnings.Count);
        Assert.All(expected.Zip(warnings), pair => Assert.Contains(pair.First, pair.Second));
    }

    private async Task<string> WriteAsync()
    {
        var file = Path.Combine(_folder.FullName, "flow.json");
        const string errors = """[{"NextAction": "End", "ErrorType": "NoMatchingError"}]""";
        await File.WriteAllTextAsync(
            file,
            $$$"""
            {"Version": "2019-10-30", "StartAction": "v", "Metadata": {}, "Actions": [
              {"Identifier": "v", "Type": "ShowView", "Parameters": {"ViewResource": {"Id": "v"}},
               "Transitions": {"NextAction": "Bot", "Errors": {{{errors}}},
                 "Conditions": [{"NextAction": "Bot", "Condition": {"Operator": "Equals", "Operands": ["Next"]}}]} },
              {"Identifier": "Bot", "Type": "ConnectParticipantWithLexBot",
               "Parameters": {"Text": "Yes?", "LexV2Bot": {"AliasArn": "bot"}},
               "Transitions": {"NextAction": "End",
                 "Errors": [{"NextAction": "End", "ErrorType": "NoMatchingCondition"},
                   {"NextAction": "End", "ErrorType": "NoMatchingError"}],
                 "Conditions": [{"NextAction": "End", "Condition": {"Operator": "Equals", "Operands": ["Book"]}}]} },
              {"Identifier": "End", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} }]}
            """,
            TestContext.Current.CancellationToken
        );
        return file;
    }
}
