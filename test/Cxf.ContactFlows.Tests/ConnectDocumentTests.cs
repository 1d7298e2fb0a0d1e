using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.ContactFlows.Tests;

/// <summary>Documents of Amazon Connect are recognised by their content.</summary>
public sealed class ConnectDocumentTests
{
    private static readonly string Flow = Flows.Of(Flows.Say("Hello", "Hi"));

    private const string Test = """{"Version": "2019-10-30", "Observations": []}""";

    public static TheoryData<string, bool, bool> Documents =>
        new()
        {
            { Flow, true, false },
            { """{"StartAction": "a"}""", true, false },
            { """{"Actions": []}""", true, false },
            { """{"modules": [], "start": "x", "version": "1"}""", true, false },
            { Within("ContactFlow", Flow), true, false },
            { Within("ContactFlowModule", Flow), true, false },
            { $$"""{"Name": "a", "Type": "CONTACT_FLOW", "Content": {{Quoted(Flow)}} }""", true, false },
            { Test, false, true },
            { Within("TestCase", Test), false, true },
            { $$"""{"Name": "a", "Content": {{Quoted(Test)}} }""", false, true },
            { $$"""{"Name": "a", "Content": {{Test}} }""", false, true },
            { """{"flowId": "a", "steps": {}}""", false, false },
            { """{"baseUrl": "https://api.example.com"}""", false, false },
            { """{"Content": "{"}""", false, false },
            { "{}", false, false },
            { "[]", false, false },
            { "1", false, false },
        };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_recognised(string text, bool isContactFlow, bool isTestCase)
    {
        var root = JsonElement.Parse(text);

        Assert.Equal((isContactFlow, isTestCase), (ConnectDocument.IsContactFlow(root), ConnectDocument.IsTestCase(root)));
    }

    private static string Within(string holder, string content) =>
        new JsonObject { [holder] = new JsonObject { ["Content"] = content } }.ToJsonString();

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
