using Cxf.ContactFlows.Simulation;
using Cxf.Documents;
using Cxf.Testing;

namespace Cxf.ContactFlows.Tests;

/// <summary>Contact flows that the simulator once walked wrongly.</summary>
public sealed class CaseFileTests
{
    [Theory]
    [InlineData("a1-lambda-resultdata", "", "Tier gold and gold")]
    [InlineData("a2-queue-name", "", "11111111-2222-4333-8444-000000000001")]
    [InlineData("a4-caller", "", "Result found, name Ann")]
    [InlineData("a5-caller", "", "inside the module nothing of the caller is seen")]
    [InlineData("a6-dtmf", "12*34", "stored 34")]
    [InlineData("a12-touchtone", "5", "done")]
    [InlineData("a13-big-attribute", "", "error branch: attributes over 32 KB")]
    [InlineData("a15-dynamic-operand", "4711", "The code is right.")]
    [InlineData("a19-wait-voice", "", "On a voice call a plain Wait takes the error branch.")]
    public async Task The_caller_hears_what_is_right(string name, string keys, string heard)
    {
        var call = await RunAsync(name, keys);

        Assert.Equal(heard, call.Heard.Last());
    }

    [Theory]
    [InlineData("a1-lambda-resultdata", 0)]
    [InlineData("a2-queue-name", 0)]
    [InlineData("a6-dtmf", 0)]
    [InlineData("a12-touchtone", 0)]
    [InlineData("a13-big-attribute", 1)]
    [InlineData("a15-dynamic-operand", 0)]
    public void Only_what_Amazon_Connect_refuses_is_an_error(string name, int errors) =>
        Assert.Equal(errors, Read(name).Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    [Fact]
    public async Task Every_value_that_the_contact_flow_sends_is_known()
    {
        var call = await RunAsync("a2-queue-name", "");

        Assert.Empty(call.Events.OfType<CallEvent.ValueMissing>());
    }

    private static Task<CallResult> RunAsync(string name, string keys)
    {
        var modules = name.EndsWith("-caller", StringComparison.Ordinal)
            ? new Dictionary<string, ContactFlow> { ["m1"] = Read(name.Replace("-caller", "-module")).Flow! }
            : [];
        return ContactFlowSimulator.CallAsync(
            Read(name).Flow!,
            Calls.With(Calls.Answers("""{"tier": "gold"}"""), null, keys.Length == 0 ? null : keys) with
            {
                Modules = modules,
            },
            TestContext.Current.CancellationToken
        );
    }

    private static ContactFlowReading Read(string name) =>
        ContactFlowReader.Read(File.ReadAllBytes(CaseFiles.Path("contact-flows", name + ".json")));
}
