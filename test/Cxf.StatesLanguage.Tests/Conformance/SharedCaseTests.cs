using System.Text.Json;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Reading;
using Cxf.StatesLanguage.Service;
using Cxf.Testing;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>Definitions that were refused, or run wrongly, once; each file names where the right value comes from.</summary>
public sealed class SharedCaseTests
{
    [Theory]
    [InlineData("docs-brackets", """{"v":7}""")]
    [InlineData("aslv47", "\"a\"")]
    [InlineData("alsf79", """{"completed_los":[1,2]}""")]
    [InlineData("batch6", """{"z":[]}""")]
    [InlineData("sample-trailing-blank", """{"n":"run"}""")]
    [InlineData("workflow-filter-root", """{"w":["x"]}""")]
    [InlineData("f2662-random", """{"r":0.7275636800328681}""")]
    [InlineData("f2737-div0", """{"r":["Infinity"]}""")]
    public void A_definition_gives_the_output_of_AWS(string name, string output)
    {
        var view = Run(name);

        Assert.Equal((ExecutionStatus.Succeeded, output), (view.Status, view.Output));
    }

    [Fact]
    public void Data_may_be_nested_deeply() => Assert.Equal(ExecutionStatus.Succeeded, Run("edge-depth").Status);

    [Theory]
    [InlineData("f2737-fn", "States.QueryEvaluationError", "D3086")]
    [InlineData("f2783-873783", "States.QueryEvaluationError", "memory")]
    [InlineData("cdk29261", "States.IntrinsicFailure", "")]
    public void A_definition_fails_as_on_AWS(string name, string error, string cause)
    {
        var view = Run(name);

        Assert.Equal((ExecutionStatus.Failed, error), (view.Status, view.Error));
        Assert.Contains(cause, view.Cause ?? "");
    }

    [Theory]
    [InlineData("f2735-noend", "MISSING_END_STATE")]
    [InlineData("f2745-code", "INVALID_JSONATA_EXPRESSION")]
    [InlineData("f2745-errorOutput", "UNSUPPORTED_JSONATA_EXPRESSION")]
    [InlineData("f2968-1", "SCHEMA_VALIDATION_FAILED")]
    public void A_definition_is_refused_with_the_code_of_AWS(string name, string code) =>
        Assert.Equal(code, DefinitionValidator.Validate(Case(name).GetProperty("definition").GetRawText())[0].Code);

    private static ExecutionView Run(string name)
    {
        var data = Case(name);
        using var local = new LocalService();
        var machine = local
            .Service.CreateStateMachine(
                new CreateStateMachineRequest(
                    "m",
                    data.GetProperty("definition").GetRawText(),
                    "arn:aws:iam::111111111111:role/r"
                )
            )
            .StateMachineArn;
        var input = data.TryGetProperty("input", out var given) ? given.GetRawText() : null;
        var arn = local.Service.StartExecution(new StartExecutionRequest(machine, "run", input)).ExecutionArn;
        local.RunClock();
        return local.Service.ViewOf(arn);
    }

    private static JsonElement Case(string name) =>
        JsonElement.Parse(File.ReadAllBytes(CaseFiles.Path("states", $"{name}.json")));
}
