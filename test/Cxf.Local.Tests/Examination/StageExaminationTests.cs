using System.Text.Json;
using Cxf.Documents;
using Cxf.Local.AwsServices;
using Cxf.Local.Examination;
using Cxf.Local.Tests.AwsServices;
using Cxf.Local.Tests.Runs;

namespace Cxf.Local.Tests.Examination;

/// <summary>What <c>cxf doctor</c> finds in the deployment itself.</summary>
public sealed class StageExaminationTests
{
    private const string Execute = "cxf-local-ExecuteFlow";
    private const string Alias = "arn:aws:lambda:us-east-1:111122223333:function:cxf-local-ExecuteFlow:live";
    private const string NotFound = "ResourceNotFoundException";

    private const string DeadLetter = """
        {"requestContext":{"requestId":"1","functionArn":"f","condition":"RetryAttemptsExhausted","approximateInvokeCount":6},
        "responseContext":{"statusCode":200,"executedVersion":"7","functionError":"Unhandled"},"version":"1.0",
        "timestamp":"2026-03-01T02:03:04.005Z","DDBStreamBatchInfo":{"shardId":"s","streamArn":"a","batchSize":1}}
        """;

    [Fact]
    public async Task A_stage_in_good_order_has_no_findings()
    {
        await using var stage = await ExaminedStage.StartAsync();
        Assert.Empty(await stage.ExamineAsync());
        Assert.All(stage.Services.Received, request => Assert.StartsWith("AWS4-HMAC-SHA256", request.Authorization));
        Assert.DoesNotContain(stage.Services.Received, request => request.Path.EndsWith("/invocations"));
    }

    public static TheoryData<string, StandInAnswer, DiagnosticSeverity, string, string> Faults =>
        new()
        {
            {
                $"GetAlias {Execute}",
                Missing(),
                DiagnosticSeverity.Error,
                Execute,
                "does not have the function with an alias live"
            },
            {
                "GetAlias cxf-local-PublishFlow",
                Missing(),
                DiagnosticSeverity.Warning,
                "cxf-local-PublishFlow",
                "so nothing can be published"
            },
            {
                $"GetAlias {Execute}",
                OperatorServices.Json($$"""{"AliasArn":"{{Alias}}","FunctionVersion":"$LATEST"}"""),
                DiagnosticSeverity.Warning,
                Execute,
                "points at no version"
            },
            {
                $"GetAlias {Execute}",
                OperatorServices.Json(
                    $$$"""
                    {"AliasArn":"{{{Alias}}}","FunctionVersion":"7",
                    "RoutingConfig":{"AdditionalVersionWeights":{"8":0.1} } }
                    """
                ),
                DiagnosticSeverity.Info,
                Execute,
                "version 8 gets 10"
            },
            {
                $"GetFunctionConfiguration {Execute}",
                OperatorServices.Json(OperatorServices.Settings("ExecuteFlow", "Failed", "\"StateReason\": \"No key.\",")),
                DiagnosticSeverity.Error,
                Execute,
                "The function's state is Failed (No key), so contact flows"
            },
            { $"GetPolicy {Execute}", Missing(), DiagnosticSeverity.Error, Execute, "may not invoke the alias live" },
            {
                $"GetPolicy {Execute}",
                Policy(OperatorServices.Policy(Alias, OperatorServices.Instance.Replace("1111", "2222"))),
                DiagnosticSeverity.Error,
                Execute,
                "may not invoke the alias live"
            },
            {
                $"GetPolicy {Execute}",
                Policy(OperatorServices.Policy(Alias, OperatorServices.Instance).Replace("connect.amazonaws", "lex.amazonaws")),
                DiagnosticSeverity.Error,
                Execute,
                "may not invoke the alias live"
            },
            {
                "ListLambdaFunctions",
                OperatorServices.Json($$"""{"LambdaFunctions":["{{OperatorServices.AliasOf("GetFlowResult")}}"]}"""),
                DiagnosticSeverity.Warning,
                OperatorServices.Instance,
                $"does not have {Alias}"
            },
            {
                "ListLambdaFunctions",
                Missing(),
                DiagnosticSeverity.Warning,
                OperatorServices.Instance,
                "does not have this instance in this region"
            },
            {
                "DescribeAlarms",
                OperatorServices.Json(Alarm("CXF", "Failures", "Stage", "local")),
                DiagnosticSeverity.Warning,
                "alarm stack-ExecuteFlowFailuresAlarm-1ABC",
                "The alarm is on since 2026-03-01 00:00Z: It failed."
            },
            {
                "DescribeAlarms",
                OperatorServices.Json(Alarm("CXF", "RunsFailed-local", "x", "y")),
                DiagnosticSeverity.Warning,
                "alarm stack-ExecuteFlowFailuresAlarm-1ABC",
                "The alarm is on"
            },
            {
                "DescribeAlarms",
                OperatorServices.Json(Alarm("AWS/Lambda", "Errors", "FunctionName", Execute)),
                DiagnosticSeverity.Warning,
                "alarm stack-ExecuteFlowFailuresAlarm-1ABC",
                "The alarm is on"
            },
            {
                "GetQueueUrl",
                OperatorServices.Error("com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist."),
                DiagnosticSeverity.Warning,
                OperatorServices.Queue,
                "There is no queue"
            },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_one_finding_with_a_fix(
        string operation,
        StandInAnswer answer,
        DiagnosticSeverity severity,
        string where,
        string message
    )
    {
        await using var stage = await ExaminedStage.StartAsync();
        stage.Services.Answers[operation] = answer;
        var finding = Assert.Single(await stage.ExamineAsync());
        Assert.Equal((severity, where), (finding.Severity, finding.Where));
        Assert.Contains(message, finding.Message);
        Assert.NotEmpty(finding.Fix);
    }

    [Theory]
    [InlineData("AWS/Lambda", "Errors", "FunctionName", "cxf-prod-ExecuteFlow")]
    [InlineData("CXF", "Failures", "Stage", "prod")]
    [InlineData("Other", "Failures", "Stage", "local")]
    public async Task Alarms_of_others_are_not_listed(string space, string metric, string dimension, string value)
    {
        await using var stage = await ExaminedStage.StartAsync();
        stage.Services.Answers["DescribeAlarms"] = OperatorServices.Json(Alarm(space, metric, dimension, value));
        Assert.Empty(await stage.ExamineAsync());
    }

    [Theory]
    [InlineData(
        nameof(Denial.Missing),
        "No policy of the role allows dynamodb:UpdateItem on",
        "ExecuteFlowRole in template.yaml"
    )]
    [InlineData(nameof(Denial.Explicit), "A policy of the role denies dynamodb:UpdateItem on", "Remove the statement")]
    [InlineData(nameof(Denial.Boundary), "permissions boundary does not allow dynamodb:UpdateItem on", "PermissionsBoundaryArn")]
    [InlineData(nameof(Denial.Organization), "AWS organization does not allow dynamodb:UpdateItem on", "administrators")]
    public async Task What_a_role_may_not_do_is_found_with_the_reason(string denial, string message, string fix)
    {
        await using var stage = await ExaminedStage.StartAsync();
        stage.Services.Decide = (request, action) =>
            action == "dynamodb:UpdateItem" && request["PolicySourceArn"].EndsWith("role/apps/stack-ExecuteFlowRole-1ABC")
                ? Enum.Parse<Denial>(denial)
                : null;
        var finding = Assert.Single(await stage.ExamineAsync());
        Assert.Equal((DiagnosticSeverity.Error, "role stack-ExecuteFlowRole-1ABC"), (finding.Severity, finding.Where));
        Assert.Contains(message, finding.Message);
        Assert.EndsWith("table/cxf-local-runs, so calls fail.", finding.Message);
        Assert.Contains(fix, finding.Fix);
    }

    [Fact]
    public async Task The_role_of_state_machines_is_examined_and_one_that_is_gone_is_found()
    {
        await using var stage = await ExaminedStage.StartAsync();
        stage.Services.Decide = (_, action) => action == "lambda:InvokeFunction" ? Denial.Missing : null;
        var finding = Assert.Single(await stage.ExamineAsync());
        Assert.Equal("role stack-StateMachineRole-1ABC", finding.Where);
        Assert.Contains("function:cxf-local-CallApi:live, so runs fail", finding.Message);

        stage.Services.Answers["SimulatePrincipalPolicy"] = IamError("NoSuchEntity", "The role cannot be found.", 404);
        Assert.Equal(5, (await stage.ExamineAsync()).Count(one => one.Message.StartsWith("IAM does not have the role")));
    }

    [Fact]
    public async Task Dead_letters_are_counted_by_kind_and_nothing_of_their_content_is_shown()
    {
        await using var stage = await ExaminedStage.StartAsync();
        stage.Services.Answers["GetQueueAttributes"] = OperatorServices.Json(OperatorServices.Attributes(12));
        string[] bodies =
        [
            DeadLetter,
            DeadLetter.Replace("RetryAttemptsExhausted", "RecordAgeExceeded"),
            DeadLetter,
            "Wilhelmina Planted",
            """{"requestContext":{"condition":"Wilhelmina Planted, 2025550100"}}""",
            "[]",
        ];
        stage.Services.Answers["ReceiveMessage"] = OperatorServices.Json(
            JsonSerializer.Serialize(new { Messages = bodies.Select(body => new { Body = body }) })
        );
        var finding = Assert.Single(await stage.ExamineAsync());
        Assert.Equal(
            (
                DiagnosticSeverity.Warning,
                "About 12 requests to publish were given up (3 of another kind, 2 RetryAttemptsExhausted after Unhandled, "
                    + "1 RecordAgeExceeded after Unhandled, first at 2026-03-01 02:03Z). Callers notice nothing: the drafts and "
                    + "requests are still in the table."
            ),
            (finding.Severity, finding.Message)
        );
        Assert.Contains("cxf publish FOLDER --stage local", finding.Fix);
    }

    public static TheoryData<string, string> Rights =>
        new()
        {
            { $"GetAlias {Execute}", "lambda:GetAlias" },
            { $"GetFunctionConfiguration {Execute}", "lambda:GetFunctionConfiguration" },
            { $"GetPolicy {Execute}", "lambda:GetPolicy" },
            { "SimulatePrincipalPolicy", "iam:SimulatePrincipalPolicy" },
            { "ListLambdaFunctions", "connect:ListLambdaFunctions" },
            { "DescribeAlarms", "cloudwatch:DescribeAlarms" },
            { "GetQueueUrl", "sqs:GetQueueUrl" },
            { "GetQueueAttributes", "sqs:GetQueueAttributes" },
        };

    [Theory]
    [MemberData(nameof(Rights))]
    public async Task A_right_that_the_person_lacks_is_named_and_everything_else_is_examined(string operation, string action)
    {
        await using var stage = await ExaminedStage.StartAsync();
        var isIam = operation == "SimulatePrincipalPolicy";
        var refusal =
            $"User: arn:aws:iam::111122223333:user/ann is not authorized to perform: {action} on resource: arn:x because "
            + $"no identity-based policy allows the {action} action";
        foreach (var text in (string[])[refusal, "Access denied"])
        {
            stage.Services.Answers[operation] = isIam
                ? IamError("AccessDenied", text, 403)
                : OperatorServices.Error("AccessDeniedException", text, 403);
            stage.Services.Answers[isIam || operation == "DescribeAlarms" ? "GetQueueUrl" : "DescribeAlarms"] =
                isIam || operation == "DescribeAlarms"
                    ? OperatorServices.Error("com.amazonaws.sqs#QueueDoesNotExist", "No queue.")
                    : OperatorServices.Json(Alarm("CXF", "Failures", "Stage", "local"));
            var findings = await stage.ExamineAsync();
            var missing = Assert.Single(findings, one => one.Message.Contains("do not have the right"));
            Assert.Equal($"This was not examined: you do not have the right {action}.", missing.Message);
            Assert.StartsWith($"Allow {action}{(text == refusal ? " on arn:x" : "")}, or run the command as", missing.Fix);
            Assert.Equal(2, findings.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Rights))]
    public async Task A_service_that_does_not_answer_is_said_so_and_everything_else_is_examined(string operation, string action)
    {
        await using var stage = await ExaminedStage.StartAsync();
        stage.Services.Answers[operation] =
            operation == "SimulatePrincipalPolicy"
                ? IamError("InvalidInput", "x", 400)
                : OperatorServices.Error("SomeException", "x", 400);
        var finding = Assert.Single(await stage.ExamineAsync());
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
        Assert.StartsWith($"This was not examined: {action} got no answer (", finding.Message);
    }

    [Fact]
    public async Task Beside_cxf_start_only_the_functions_are_examined()
    {
        await using var stage = await ExaminedStage.StartAsync();
        stage.Services.Answers[$"GetAlias {Execute}"] = Missing();
        Assert.Single(await stage.ExamineAsync(null, AwsService.Iam, AwsService.Connect, AwsService.CloudWatch, AwsService.Sqs));
        Assert.All(stage.Services.Received, request => Assert.Contains("/aliases/", request.Path));
    }

    [Theory]
    [InlineData("""{"status":"SUCCEEDED","runId":"c-1","message":"Dear Wilhelmina"}""", "", DiagnosticSeverity.Info, "succeeded")]
    [InlineData("""{"status":"RUNNING","runId":"c-1"}""", "", DiagnosticSeverity.Info, "started a run")]
    [InlineData(
        """{"status":"FAILED","runId":"c-1","errorCode":"ApiTimeout"}""",
        "",
        DiagnosticSeverity.Error,
        "was answered FAILED ApiTimeout"
    )]
    [InlineData(
        """{"status":"REJECTED","runId":"NONE","errorCode":"FlowNotLive"}""",
        "",
        DiagnosticSeverity.Error,
        "was answered REJECTED FlowNotLive"
    )]
    [InlineData("""{"errorType":"Runtime.Exit"}""", "Unhandled", DiagnosticSeverity.Error, "ExecuteFlow failed")]
    public async Task A_synthetic_call_is_a_finding(string answer, string error, DiagnosticSeverity severity, string message)
    {
        await using var stage = await ExaminedStage.StartAsync();
        stage.Services.Answers[$"Invoke {Execute}"] = OperatorServices.Json(answer) with { FunctionError = error };
        var payload = JsonElement.Parse("""{"a":1}""");
        var finding = Assert.Single(
            await stage.ExamineAsync(new SyntheticCall(DeployedRuns.Tenant, DeployedRuns.Express, "contact-1", payload)),
            one => one.Message.StartsWith("A call")
        );
        Assert.Equal(severity, finding.Severity);
        Assert.Contains(message, finding.Message);
        Assert.DoesNotContain("Wilhelmina", finding.Message + finding.Fix);
        var sent = Assert.Single(stage.Services.Received, request => request.Path.EndsWith("/invocations"));
        var details = JsonElement.Parse(sent.Body).GetProperty("Details");
        Assert.Equal(OperatorServices.Instance, details.GetProperty("ContactData").GetProperty("InstanceARN").GetString());
        Assert.Equal(payload.GetRawText(), details.GetProperty("Parameters").GetProperty("payload").GetRawText());
    }

    private static StandInAnswer Missing() => OperatorServices.Error(NotFound, "Not found.", 404);

    private static StandInAnswer Policy(string policy) =>
        OperatorServices.Json(JsonSerializer.Serialize(new { Policy = policy }));

    private static string Alarm(string space, string metric, string dimension, string value) =>
        $$"""
            {"MetricAlarms":[{"AlarmName":"stack-ExecuteFlowFailuresAlarm-1ABC","StateValue":"ALARM",
            "AlarmDescription":"It failed.",
            "StateTransitionedTimestamp":1772323200,"Namespace":"{{space}}","MetricName":"{{metric}}",
            "Dimensions":[{"Name":"{{dimension}}","Value":"{{value}}"}]}]}
            """;

    private static StandInAnswer IamError(string code, string message, int status) =>
        new(
            status,
            $"""
            <ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>{code}</Code>
            <Message>{message}</Message></Error><RequestId>1</RequestId></ErrorResponse>
            """
        );
}
