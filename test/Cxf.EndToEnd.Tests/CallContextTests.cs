namespace Cxf.EndToEnd.Tests;

/// <summary>What <c>cxf call</c> says of the contact, bots, functions, and actions that depend on somebody else.</summary>
public sealed class CallContextTests : IDisposable
{
    private const string Contact =
        "$.Channel|$.CustomerEndpoint.Address|$.Queue.ARN|$.InitiationMethod|$.Attributes.tier|$.Customer.FirstName";

    private const string Understood = "$.Lex.IntentName|$.Lex.Slots.City|$.Lex.SessionAttributes.tier";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-call-context-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_command_decides_what_the_contact_is_like()
    {
        var output = await CallAsync(
            Say("Say", Contact, "End"),
            "--from",
            "+12025550101",
            "--queue",
            "arn:queue",
            "--initiation-method",
            "TRANSFER",
            "--attribute",
            "tier=gold",
            "--value",
            "$.Customer.FirstName=Ann"
        );
        // The number is masked, except its end.
        Assert.Contains("\"VOICE|***01|arn:queue|TRANSFER|gold|Ann\"", output);

        output = await CallAsync(Say("Say", "$.Channel|$.CustomerEndpoint.Address", "End"), "--channel", "CHAT");
        Assert.Contains("\"CHAT|\"", output);
    }

    [Fact]
    public async Task The_command_decides_slots_results_and_several_answers()
    {
        var (gold, silver) = (await AnswerAsync("gold"), await AnswerAsync("silver"));
        var flow = string.Join(
            ',',
            Action(
                "Bot",
                "ConnectParticipantWithLexBot",
                """{ "Text": "Yes?", "LexV2Bot": { "AliasArn": "arn:bot" } }""",
                "Say bot",
                "NoMatchingCondition"
            ),
            Say("Say bot", Understood, "View"),
            Action("View", "ShowView", """{ "ViewResource": { "Id": "v" } }""", "First", "NoMatchingCondition", "Next"),
            Action("First", "InvokeLambdaFunction", """{ "LambdaFunctionARN": "arn:other" }""", "Say first"),
            Say("Say first", "First $.External.tier, $.Views.Action", "Second"),
            Action("Second", "InvokeLambdaFunction", """{ "LambdaFunctionARN": "arn:other" }""", "Say second"),
            Say("Say second", "Second $.External.tier", "End")
        );
        var output = await CallAsync(
            flow,
            "--channel",
            "CHAT",
            "--intent",
            "Book;City=Rome;session.tier=gold",
            "--result",
            "ShowView=Next",
            "--lambda",
            $"arn:other={gold}",
            "--lambda",
            $"arn:other={silver}"
        );
        Assert.Matches("(?s)\"Book\\|Rome\\|gold\".*\"First gold, Next\".*\"Second silver\"", output);
    }

    private async Task<string> AnswerAsync(string tier)
    {
        var file = Path.Combine(_folder.FullName, tier + ".json");
        await File.WriteAllTextAsync(file, $$"""{"tier": "{{tier}}"}""", TestContext.Current.CancellationToken);
        return file;
    }

    private async Task<string> CallAsync(string actions, params string[] arguments)
    {
        var file = Path.Combine(_folder.FullName, "flow.json");
        const string end = """{ "Identifier": "End", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} }""";
        var start = actions.Split('"')[3];
        await File.WriteAllTextAsync(
            file,
            $$"""{ "Version": "2019-10-30", "StartAction": "{{start}}", "Metadata": {}, "Actions": [{{actions}}, {{end}}] }""",
            TestContext.Current.CancellationToken
        );
        var (code, output) = await CxfProcess.RunAsync(["call", "--contact-flow", file, .. arguments]);
        Assert.True(code == 0, output);
        return output;
    }

    private static string Say(string id, string text, string next) =>
        Action(id, "MessageParticipant", $$"""{ "Text": "{{text}}" }""", next);

    // All branches lead to the next action; a condition is there to be taken.
    private static string Action(
        string id,
        string type,
        string parameters,
        string next,
        string error = "NoMatchingError",
        string? condition = null
    )
    {
        var conditions = condition is null
            ? ""
            : $$"""{ "NextAction": "{{next}}", "Condition": { "Operator": "Equals", "Operands": ["{{condition}}"] } }""";
        var errors = string.Join(
            ',',
            new[] { error, "NoMatchingError" }
                .Distinct()
                .Select(one => $$"""{ "NextAction": "{{next}}", "ErrorType": "{{one}}" }""")
        );
        return $$"""
            { "Identifier": "{{id}}", "Type": "{{type}}", "Parameters": {{parameters}},
              "Transitions": { "NextAction": "{{next}}", "Conditions": [{{conditions}}], "Errors": [{{errors}}] } }
            """;
    }
}
