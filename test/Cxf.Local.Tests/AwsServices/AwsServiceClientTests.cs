using System.Diagnostics;
using System.Text.Json;
using Amazon.Runtime.Endpoints;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;
using Cxf.Testing;

namespace Cxf.Local.Tests.AwsServices;

/// <summary>Our clients of AWS services send what AWS's SDK for JavaScript sends, and read the same from the answers.</summary>
public sealed class AwsServiceClientTests
{
    private const string Function = "cxf-local-ExecuteFlow";
    private const string Runs = "arn:aws:dynamodb:us-east-1:111122223333:table/cxf-local-runs";

    private const string Alarm = """
        {"MetricAlarms":[{"AlarmName":"a","AlarmDescription":"d","StateValue":"ALARM","StateTransitionedTimestamp":1780000000.5,
        "Namespace":"CXF","MetricName":"Failures","Dimensions":[{"Name":"Stage","Value":"local"}]}]}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_and_answers_are_those_of_the_AWS_SDK_for_JavaScript()
    {
        await using var services = await OperatorServices.StartAsync();
        services.Answers[$"Invoke {Function}"] = OperatorServices.Json("""{"status":"SUCCEEDED"}""");
        services.Answers["DescribeAlarms"] = OperatorServices.Json(Alarm);
        services.Answers["GetQueueAttributes"] = OperatorServices.Json(OperatorServices.Attributes(3));
        services.Answers["ReceiveMessage"] = OperatorServices.Json("""{"Messages":[{"Body":"{}","MessageId":"1"}]}""");
        services.Decide = (_, action) => action == "dynamodb:PutItem" ? Denial.Boundary : null;

        var theirs = await DriveAsync(services.Address);
        var sentByThem = services.Received.Select(request => request.Meaning).Order(StringComparer.Ordinal).ToList();
        var before = services.Received.Count;
        using var lambda = new LambdaClient(LocalClients.Of(AwsService.Lambda, services.Address));
        using var iam = new IamClient(LocalClients.Of(AwsService.Iam, services.Address));
        using var connect = new ConnectClient(LocalClients.Of(AwsService.Connect, services.Address));
        using var cloudWatch = new CloudWatchClient(LocalClients.Of(AwsService.CloudWatch, services.Address));
        using var sqs = new SqsClient(LocalClients.Of(AwsService.Sqs, services.Address));

        var url = await sqs.FindUrlAsync(OperatorServices.Queue, Cancel);
        Assert.Equal(theirs.GetProperty("QueueUrl").GetString(), url);
        var alias = await lambda.GetAliasAsync(Function, "live", Cancel);
        Assert.Equal(theirs.GetProperty("alias").GetProperty("FunctionVersion").GetString(), alias.Version);
        var settings = await lambda.GetSettingsAsync(Function, "live", Cancel);
        Assert.Equal(theirs.GetProperty("settings").GetProperty("Role").GetString(), settings.Role);
        Assert.Equal(
            theirs.GetProperty("policy").GetProperty("Policy").GetString(),
            await lambda.GetPolicyAsync(Function, "live", Cancel)
        );
        Assert.Equal(
            "SUCCEEDED",
            (await lambda.InvokeAsync(Function, "live", """{"a":1}""", Cancel)).Json.GetProperty("status").GetString()
        );
        var denied = await iam.DeniedAsync(
            "arn:aws:iam::111122223333:role/r",
            ["dynamodb:GetItem", "dynamodb:PutItem"],
            Runs,
            new ConditionValue("dynamodb:LeadingKeys", "LIMITS#doctor", IsList: true),
            Cancel
        );
        Assert.Equal([new DeniedAction("dynamodb:PutItem", Denial.Boundary)], denied);
        Assert.Equal(
            ["allowed", "implicitDeny"],
            theirs
                .GetProperty("simulated")
                .GetProperty("EvaluationResults")
                .EnumerateArray()
                .Select(one => one.GetProperty("EvalDecision").GetString())
        );
        Assert.Equal(
            theirs
                .GetProperty("functions")
                .GetProperty("LambdaFunctions")
                .EnumerateArray()
                .Select(one => one.GetString()!)
                .Order(),
            (await connect.ListFunctionsAsync("11111111-2222-4333-8444-555555555555", Cancel)).Order()
        );
        var alarm = Assert.Single(await cloudWatch.ListAlarmsOnAsync(Cancel));
        var theirAlarm = theirs.GetProperty("alarms").GetProperty("MetricAlarms")[0];
        Assert.Equal(theirAlarm.GetProperty("AlarmName").GetString(), alarm.Name);
        Assert.Equal(theirAlarm.GetProperty("StateTransitionedTimestamp").GetDateTimeOffset(), alarm.Since);
        Assert.Equal(
            int.Parse(
                theirs.GetProperty("count").GetProperty("Attributes").GetProperty("ApproximateNumberOfMessages").GetString()!
            ),
            await sqs.CountAsync(url, Cancel)
        );
        Assert.Equal(
            theirs
                .GetProperty("messages")
                .GetProperty("Messages")
                .EnumerateArray()
                .Select(one => one.GetProperty("Body").GetString()!),
            await sqs.PeekAsync(url, Cancel)
        );

        Assert.Equal(sentByThem, services.Received.Skip(before).Select(request => request.Meaning).Order(StringComparer.Ordinal));
        Assert.Equal(services.Received.Take(before).Select(Scope).Order(), services.Received.Skip(before).Select(Scope).Order());
    }

    [Fact]
    public async Task Every_page_is_read()
    {
        await using var services = await OperatorServices.StartAsync();
        services.Answers["ListLambdaFunctions"] = OperatorServices.Json("") with
        {
            Pages = ["""{"LambdaFunctions":["a"],"NextToken":"2"}""", """{"LambdaFunctions":["b"]}"""],
        };
        services.Answers["DescribeAlarms"] = OperatorServices.Json("") with
        {
            Pages = [Alarm.Replace("]}]}", "]}],\"NextToken\":\"2\"}"), Alarm],
        };
        using var connect = new ConnectClient(LocalClients.Of(AwsService.Connect, services.Address));
        using var cloudWatch = new CloudWatchClient(LocalClients.Of(AwsService.CloudWatch, services.Address));

        Assert.Equal(["a", "b"], (await connect.ListFunctionsAsync("1", Cancel)).Order());
        Assert.Equal(2, (await cloudWatch.ListAlarmsOnAsync(Cancel)).Count);
        Assert.Contains(services.Received, request => request.Query.Contains("nextToken=2"));
        Assert.Contains(services.Received, request => request.Body.Contains("\"NextToken\":\"2\""));
    }

    [Theory]
    [InlineData("us-east-1", "https://iam.amazonaws.com/", "us-east-1")]
    [InlineData("eu-central-1", "https://iam.amazonaws.com/", "us-east-1")]
    [InlineData("cn-north-1", "https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("us-gov-east-1", "https://iam.us-gov.amazonaws.com/", "us-gov-west-1")]
    public void IAM_has_one_host_for_all_regions_of_a_partition(string region, string host, string signedFor)
    {
        var endpoint = new AwsServiceEndpoints(AwsService.Iam).ResolveEndpoint(new EndpointParameters { ["Region"] = region });
        Assert.Equal(host, new Uri(endpoint.URL).ToString());
        var schemes = Assert.IsAssignableFrom<IEnumerable<object>>(endpoint.Attributes["authSchemes"]);
        Assert.Equal(signedFor, Assert.IsType<PropertyBag>(Assert.Single(schemes))["signingRegion"]);
    }

    [Theory]
    [InlineData("eu-central-1", "https://sqs.eu-central-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://sqs.cn-north-1.amazonaws.com.cn/")]
    public void Other_services_have_a_host_in_each_region(string region, string host) =>
        Assert.Equal(
            host,
            new Uri(
                new AwsServiceEndpoints(AwsService.Sqs).ResolveEndpoint(new EndpointParameters { ["Region"] = region }).URL
            ).ToString()
        );

    // Credential=local/<date>/<region>/<service>/aws4_request
    private static string Scope(ReceivedRequest request) =>
        string.Join('/', request.Authorization.Split("Credential=")[1].Split(',')[0].Split('/')[2..]);

    private static async Task<JsonElement> DriveAsync(Uri address)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", ["drive.mjs", address.ToString()])
            {
                WorkingDirectory = NpmTool.Require("aws-sdk-operator"),
                RedirectStandardOutput = true,
            }
        )!;
        return JsonElement.Parse(await node.StandardOutput.ReadToEndAsync(Cancel));
    }
}
