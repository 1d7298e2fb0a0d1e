using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;

namespace Cxf.Flows.Tests.Compiling;

public sealed class FlowCompilerTests
{
    private static readonly CompilationTarget Target = new(
        TenantId.Parse("acme"),
        3,
        "arn:aws:lambda:us-east-1:111122223333:function:cxf-dev-CallApi:live"
    );

    // A STANDARD machine has the flow's own states only.
    private static readonly string Lead = Documents.With("/caller", "\"continues\"");

    [Fact]
    public void States_are_named_as_the_designer_labels_the_steps()
    {
        var definition = Asl(Lead);
        Assert.Equal("JSONata", definition.GetProperty("QueryLanguage").GetString());
        Assert.Equal("rest_api_1", definition.GetProperty("StartAt").GetString());
        Assert.Equal(
            ["rest_api_1", "decision_1", "respond_1", "fail_1"],
            definition.GetProperty("States").EnumerateObject().Select(state => state.Name)
        );
        Assert.Equal(
            $"CXF tenant acme, flow create_lead, version 3, compiler {CompilerVersion.Current}",
            definition.GetProperty("Comment").GetString()
        );
    }

    [Fact]
    public void A_call_goes_to_the_alias_of_CallApi_with_literal_tenant_and_connection()
    {
        var arguments = State(Lead, "rest_api_1").GetProperty("Arguments");
        Assert.Equal(Target.CallApiArn, arguments.GetProperty("FunctionName").GetString());
        Assert.Equal("acme", arguments.GetProperty("Payload").GetProperty("tenantId").GetString());
        Assert.Equal("crm", arguments.GetProperty("Payload").GetProperty("connectionId").GetString());
    }

    [Theory]
    [InlineData("{% $payload.userInput %}", "{% $states.context.Execution.Input.payload.userInput %}")]
    [InlineData(
        "{%$contact.contactId & $payload.a%}",
        "{%$states.context.Execution.Input.contact.contactId & $states.context.Execution.Input.payload.a%}"
    )]
    [InlineData("{% $flow.version %}", """{% {"tenantId":"acme","flowId":"create_lead","version":3}.version %}""")]
    [InlineData("{% ($payload := 1; $payload) %}", "{% ($payload := 1; $payload) %}")]
    [InlineData("{% '$payload' & $rest_api_1.status %}", "{% '$payload' & $rest_api_1.status %}")]
    [InlineData("plain $payload", "plain $payload")]
    public void Only_the_flows_own_variables_are_resolved_in_an_authors_text(string written, string compiled)
    {
        var document = With("/steps/respond_1/message", JsonSerializer.Serialize(written));
        Assert.Equal(compiled, State(document, "respond_1").GetProperty("Output").GetProperty("message").GetString());
    }

    [Fact]
    public void The_state_waits_a_second_longer_than_the_call_may_take()
    {
        var state = State(With("/steps/rest_api_1/timeoutSeconds", "5"), "rest_api_1");
        Assert.Equal(6, state.GetProperty("TimeoutSeconds").GetInt32());
        Assert.Equal(5000, state.GetProperty("Arguments").GetProperty("Payload").GetProperty("timeoutMs").GetInt32());
    }

    [Fact]
    public void A_branch_for_a_word_catches_what_AWS_calls_the_same_failure()
    {
        var document = With("/steps/rest_api_1/onError", """{"any":"fail_1","ApiTimeout":"respond_1"}""");
        var caught = State(document, "rest_api_1").GetProperty("Catch").EnumerateArray().ToList();
        Assert.Equal(["ApiTimeout", "States.Timeout", "States.HeartbeatTimeout", "Sandbox.Timedout"], Errors(caught[0]));
        Assert.Equal("respond_1", caught[0].GetProperty("Next").GetString());

        // States.ALL must be last and alone.
        Assert.Equal(["States.ALL"], Errors(caught[1]));
    }

    [Fact]
    public void A_refused_invocation_is_always_tried_again_and_other_failures_only_as_the_author_says()
    {
        var without = State(Lead, "rest_api_1").GetProperty("Retry").EnumerateArray().Select(Errors);
        Assert.Equal(
            [
                ["Lambda.TooManyRequestsException"],
            ],
            without
        );
        var with = State(With("/steps/rest_api_1/retry", """{"attempts":2,"on":["ApiUnavailable"]}"""), "rest_api_1")
            .GetProperty("Retry")[1];
        Assert.Contains("ApiUnavailable", Errors(with));
        Assert.Equal(2, with.GetProperty("MaxAttempts").GetInt32());
    }

    [Theory]
    [InlineData("\"waits\"", StateMachineType.Express)]
    [InlineData("\"continues\"", StateMachineType.Standard)]
    public void The_machines_type_follows_from_whether_the_caller_waits(string caller, StateMachineType type) =>
        Assert.Equal(type, Compile(With("/caller", caller)).Type);

    [Fact]
    public void A_fail_step_fails_with_our_word_and_the_authors_sentence()
    {
        // It is on an error branch, so its code is that of the failed step.
        var state = State(Lead, "fail_1");
        Assert.EndsWith(": 'FlowFailed') %}", state.GetProperty("Error").GetString());
        Assert.Equal(
            "FlowFailed.OutOfStock",
            State(With("/steps/fail_1/errorCode", "\"OutOfStock\""), "fail_1").GetProperty("Error").GetString()
        );
        Assert.Equal("That did not work.", state.GetProperty("Cause").GetString());
    }

    private static IEnumerable<string?> Errors(JsonElement rule) =>
        rule.GetProperty("ErrorEquals").EnumerateArray().Select(error => error.GetString());

    private static string With(string pointer, string json) => Documents.With(pointer, json, Lead);

    private static JsonElement State(string document, string label) => Asl(document).GetProperty("States").GetProperty(label);

    private static JsonElement Asl(string document) => JsonElement.Parse(Compile(document).Definition);

    private static CompiledFlow Compile(string document)
    {
        var reading = Documents.Read(document);
        Assert.NotNull(reading.Flow);
        return FlowCompiler.Compile(reading.Flow, Target);
    }
}
