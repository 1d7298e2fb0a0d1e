using System.Text.Json;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests;

/// <summary>Amazon Connect checks a module, and every contact flow that invokes it, against the module's contract.</summary>
public sealed class ModuleContractTests
{
    private const string Settings = """
        {"input": {"schema": {"type": "object", "required": ["number"], "properties": {
           "number": {"type": "string"}, "count": {"type": "integer"}, "share": {"type": "number"},
           "isNew": {"type": "boolean"}, "items": {"type": "array"}, "person": {"type": "object"}}}},
         "resultData": {"schema": {"type": "object", "properties": {"name": {"type": "string"}, "age": {"type": "number"}}}},
         "transitions": {"results": [{"name": "found", "description": ""}, {"name": "not found", "description": ""}]}}
        """;

    [Theory]
    [InlineData("""{"number": "4711"}""", "")]
    [InlineData("""{"number": "$.Attributes.number"}""", "")]
    [InlineData("""{"number": "4711", "count": 5, "share": 0.5, "isNew": true, "items": [1], "person": {"a": 1}}""", "")]
    [InlineData("""{"number": 4711}""", "must be of type string")]
    [InlineData("""{"number": "4711", "count": "5"}""", "must be of type integer")]
    [InlineData("""{"number": "4711", "count": 5.5}""", "must be of type integer")]
    [InlineData("""{"number": "4711", "count": "$.Attributes.count"}""", "a reference can be the value only of a string")]
    [InlineData("""{"number": "4711", "isNew": "true"}""", "must be of type boolean")]
    [InlineData("""{"number": "4711", "items": {}}""", "must be of type array")]
    [InlineData("""{"number": "4711", "person": []}""", "must be of type object")]
    [InlineData("""{"nummer": "4711", "number": "1"}""", "has no input \"nummer\". Did you mean \"number\"?")]
    [InlineData("{}", "requires the input \"number\"")]
    public void An_invocation_gives_the_inputs_of_the_contract(string input, string problem) =>
        AssertOne(problem, Invoking($$"""{"FlowModuleId": "m1", "Input": {{input}} }"""));

    [Theory]
    [InlineData("m1", 1)]
    [InlineData("m1:$LATEST", 1)]
    [InlineData("arn:aws:connect:us-east-1:1:instance/i/flow-module/m1:3", 0)]
    [InlineData("$.Attributes.module", 0)]
    [InlineData("m2", 0)]
    public void Only_a_module_that_is_known_is_checked(string id, int problems) =>
        Assert.Equal(problems, Invoking($$"""{"FlowModuleId": "{{id}}"}""").Count);

    [Theory]
    [InlineData("found", "")]
    [InlineData("Found", "has no branch \"Found\". Did you mean \"found\"?")]
    [InlineData("Success", "has no branch \"Success\"")]
    public void An_invocation_takes_the_branches_of_the_contract(string branch, string problem) =>
        AssertOne(problem, Invoking("""{"FlowModuleId": "m1", "Input": {"number": "1"}}""", Condition("Equals", branch, "End")));

    [Theory]
    [InlineData("""{"Result": "found", "ResultData": {"name": "Ann", "age": 5}}""", "")]
    [InlineData("""{"Result": "not found"}""", "")]
    [InlineData("{}", "")]
    [InlineData("""{"Result": "lost"}""", "has no branch \"lost\"")]
    [InlineData("""{"ResultData": {"street": "x"}}""", "has no output \"street\"")]
    [InlineData("""{"ResultData": {"age": "5"}}""", "must be of type number")]
    [InlineData("""{"ResultData": {"age": "$.External.age"}}""", "a reference can be the value only of a string")]
    public void A_module_returns_what_its_contract_declares(string parameters, string problem) =>
        AssertOne(problem, Module(parameters, Settings).Diagnostics);

    [Theory]
    [InlineData("{}", 1)]
    [InlineData("[]", 0)]
    [InlineData("not JSON", 0)]
    public void A_contract_without_branches_has_none(string settings, int problems) =>
        Assert.Equal(problems, Module("""{"Result": "found"}""", settings).Diagnostics.Count);

    [Fact]
    public void An_answer_of_DescribeContactFlowModule_holds_the_contract()
    {
        var content = JsonSerializer.Serialize(Text("""{"Result": "lost"}"""));
        var settings = JsonSerializer.Serialize(Settings);
        var reading = ContactFlowReader.Read(
            $$$"""{"ContactFlowModule": {"Id": "m1", "Content": {{{content}}}, "Settings": {{{settings}}}}}"""
        );

        AssertOne("has no branch \"lost\"", reading.Diagnostics);
        Assert.Equal(["found", "not found"], reading.Flow!.Contract!.Branches);
    }

    private static IReadOnlyList<ContactFlowDiagnostic> Invoking(string parameters, string conditions = "")
    {
        var modules = new Dictionary<string, ContactFlow> { ["m1"] = Module("{}", Settings).Flow! };
        var flow = Of(Action("InvokeFlowModule", parameters, "NoMatchingCondition NoMatchingError", conditions));
        return ContactFlowReader.Read(System.Text.Encoding.UTF8.GetBytes(flow), modules).Diagnostics;
    }

    private static ContactFlowReading Module(string parameters, string settings) =>
        ContactFlowReader.ReadModule(System.Text.Encoding.UTF8.GetBytes(Text(parameters)), ModuleContract.Read(settings));

    private static string Text(string parameters) =>
        $$"""
            {"Version": "2019-10-30", "StartAction": "Return", "Metadata": {"type": "contactFlowModule"},
             "Settings": {"InputParameters": [], "OutputParameters": [], "Transitions": []}, "Actions": [
               {"Identifier": "Return", "Type": "EndFlowModuleExecution", "Parameters": {{parameters}}, "Transitions": {} }]}
            """;

    private static void AssertOne(string problem, IReadOnlyList<ContactFlowDiagnostic> diagnostics)
    {
        if (problem.Length == 0)
        {
            Assert.Empty(diagnostics);
        }
        else
        {
            var one = Assert.Single(diagnostics);
            Assert.Equal(ContactFlowCodes.ModuleContract, one.Code);
            Assert.Contains(problem, $"{one.Message} {one.Fix}");
        }
    }
}
