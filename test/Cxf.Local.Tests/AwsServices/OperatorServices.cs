using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.AwsServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.Tests.AwsServices;

/// <summary>
/// Lambda, IAM, Connect, CloudWatch and SQS of a stage in good order, on one port, for the operations that <c>cxf doctor</c>
/// uses. A test puts something else into <see cref="Answers"/>, or refuses operations.
/// </summary>
internal sealed class OperatorServices : IAsyncDisposable
{
    public const string Account = LocalAccount.Id;
    public const string Instance = $"arn:aws:connect:us-east-1:{Account}:instance/11111111-2222-4333-8444-555555555555";
    public const string Queue = "cxf-local-publish-requests-dead";

    private readonly WebApplication _server;
    private readonly List<ReceivedRequest> _received = [];

    private OperatorServices()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(HandleAsync);
        foreach (var function in (string[])["ExecuteFlow", "GetFlowResult", "CallApi", "PublishFlow"])
        {
            var name = $"cxf-local-{function}";
            Answers[$"GetAlias {name}"] = Json($$"""{"AliasArn":"{{AliasOf(function)}}","Name":"live","FunctionVersion":"7"}""");
            Answers[$"GetFunctionConfiguration {name}"] = Json(Settings(function));
            Answers[$"GetPolicy {name}"] = Json(
                new JsonObject { ["Policy"] = Policy(AliasOf(function), Instance), ["RevisionId"] = "1" }.ToJsonString()
            );
        }

        Answers["ListLambdaFunctions"] = Json(
            $$"""{"LambdaFunctions":["{{AliasOf("ExecuteFlow")}}","{{AliasOf("GetFlowResult")}}"]}"""
        );
        Answers["DescribeAlarms"] = Json("""{"MetricAlarms":[]}""");
        Answers["GetQueueUrl"] = Json($$"""{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/{{Account}}/{{Queue}}"}""");
        Answers["GetQueueAttributes"] = Json(Attributes(0));
        Answers["ReceiveMessage"] = Json("{}");
    }

    /// <summary>What an operation answers, by its name and, for Lambda, its function.</summary>
    public Dictionary<string, StandInAnswer> Answers { get; } = [];

    /// <summary>What IAM decides; null allows it.</summary>
    public Func<IReadOnlyDictionary<string, string>, string, Denial?> Decide { get; set; } = (_, _) => null;

    /// <summary>Where an operation goes on to that has no answer here; null for nowhere.</summary>
    public Func<string, Uri>? Behind { get; set; }

    public Uri Address => new(_server.Urls.First());

    public IReadOnlyList<ReceivedRequest> Received
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    public Dictionary<AwsService, Uri> Endpoints =>
        (
            (AwsService[])[AwsService.Lambda, AwsService.Iam, AwsService.Connect, AwsService.CloudWatch, AwsService.Sqs]
        ).ToDictionary(service => service, _ => Address);

    public static async Task<OperatorServices> StartAsync()
    {
        var services = new OperatorServices();
        await services._server.StartAsync(TestContext.Current.CancellationToken);
        return services;
    }

    public static string AliasOf(string function) => $"arn:aws:lambda:us-east-1:{Account}:function:cxf-local-{function}:live";

    public static StandInAnswer Json(string text) => new(200, text);

    public static StandInAnswer Error(string code, string message, int status = 400) =>
        new(status, new JsonObject { ["__type"] = code, ["message"] = message }.ToJsonString()) { Error = code };

    public static string Attributes(int messages) =>
        $$$"""{"Attributes":{"ApproximateNumberOfMessages":"{{{messages}}}","ApproximateNumberOfMessagesNotVisible":"0"}}""";

    public static string Settings(string function, string state = "Active", string more = "") =>
        $$$"""
            {
              "FunctionName": "cxf-local-{{{function}}}", "FunctionArn": "{{{AliasOf(
                function
            )}}}", "Version": "7", "State": "{{{state}}}",
              "Role": "arn:aws:iam::{{{Account}}}:role/apps/stack-{{{function}}}Role-1ABC", {{{more}}}
              "Environment": {"Variables": {
                "CXF_CALL_API_ARN": "{{{AliasOf("CallApi")}}}",
                "CXF_STATE_MACHINE_ROLE_ARN": "arn:aws:iam::{{{Account}}}:role/apps/stack-StateMachineRole-1ABC",
                "CXF_SECRETS_KEY": ""
              }}
            }
            """;

    public static string Policy(string alias, string instance) =>
        $$$"""
            {"Version":"2012-10-17","Id":"default","Statement":[{"Sid":"connect","Effect":"Allow",
            "Principal":{"Service":"connect.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"{{{alias}}}",
            "Condition":{"StringEquals":{"AWS:SourceAccount":"{{{Account}}}"},"ArnLike":{"AWS:SourceArn":"{{{instance}}}"} } }]}
            """;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Operation(ReceivedRequest request) =>
        request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [_, "functions", var name, "aliases", _] => $"GetAlias {name}",
            [_, "functions", var name, "configuration"] => $"GetFunctionConfiguration {name}",
            [_, "functions", var name, "policy"] => $"GetPolicy {name}",
            [_, "functions", var name, "invocations"] => $"Invoke {name}",
            ["instance", _, "lambda-functions"] => "ListLambdaFunctions",
            [] when request.Target.Length > 0 => request.Target.Split('.')[^1],
            _ => "SimulatePrincipalPolicy",
        };

    private static Dictionary<string, string> Form(string body) =>
        body.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var request = new ReceivedRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.QueryString.Value ?? "",
            context.Request.Headers["X-Amz-Target"].ToString(),
            context.Request.ContentType ?? "",
            body,
            context.Request.Headers.Authorization.ToString()
        );
        lock (_received)
        {
            _received.Add(request);
        }

        var operation = Operation(request);
        var answer =
            Answers.TryGetValue(operation, out var set) ? set.Next()
            : Behind is { } behind && request.Target.Length > 0 ? await PassOnAsync(context.Request, body, behind(operation))
            : operation == "SimulatePrincipalPolicy" ? Simulate(Form(body))
            : Error("UnknownOperationException", operation);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = operation == "SimulatePrincipalPolicy" ? "text/xml" : request.ContentType;
        if (answer.Error is { } error)
        {
            context.Response.Headers["x-amzn-ErrorType"] = error;
        }

        if (answer.FunctionError.Length > 0)
        {
            context.Response.Headers["X-Amz-Function-Error"] = answer.FunctionError;
        }

        await context.Response.WriteAsync(answer.Text, context.RequestAborted);
    }

    private static async Task<StandInAnswer> PassOnAsync(HttpRequest received, string body, Uri behind)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, behind) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new(received.ContentType!);
        request.Headers.Add("X-Amz-Target", received.Headers["X-Amz-Target"].ToString());
        using var answer = await client.SendAsync(request);
        return new StandInAnswer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    // IAM API reference, "SimulatePrincipalPolicy", example response.
    private StandInAnswer Simulate(Dictionary<string, string> form)
    {
        var actions = form.Where(one => one.Key.StartsWith("ActionNames.", StringComparison.Ordinal)).Select(one => one.Value);
        return new(
            200,
            $"""
            <SimulatePrincipalPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
              <SimulatePrincipalPolicyResult>
                <IsTruncated>false</IsTruncated>
                <EvaluationResults>{string.Concat(
                actions.Select(action => Result(action, Decide(form, action)))
            )}</EvaluationResults>
              </SimulatePrincipalPolicyResult>
              <ResponseMetadata><RequestId>1cdb5b0a-4c15-11e5-b121-bd8c7EXAMPLE</RequestId></ResponseMetadata>
            </SimulatePrincipalPolicyResponse>
            """
        );

        // Between members there is no white space: the SDK for JavaScript takes it for text.
        string Result(string action, Denial? denial)
        {
            var decision = denial switch
            {
                null => "allowed",
                Denial.Explicit => "explicitDeny",
                _ => "implicitDeny",
            };
            var boundary = denial == Denial.Boundary ? "false" : "true";
            var organization = denial == Denial.Organization ? "false" : "true";
            return $"""
                <member>
                  <MatchedStatements/>
                  <MissingContextValues/>
                  <EvalResourceName>{form["ResourceArns.member.1"]}</EvalResourceName>
                  <EvalDecision>{decision}</EvalDecision>
                  <PermissionsBoundaryDecisionDetail>
                    <AllowedByPermissionsBoundary>{boundary}</AllowedByPermissionsBoundary>
                  </PermissionsBoundaryDecisionDetail>
                  <OrganizationsDecisionDetail>
                    <AllowedByOrganizations>{organization}</AllowedByOrganizations>
                  </OrganizationsDecisionDetail>
                  <EvalActionName>{action}</EvalActionName>
                </member>
                """;
        }
    }
}

/// <summary>A request that a stand-in received.</summary>
internal sealed record ReceivedRequest(
    string Method,
    string Path,
    string Query,
    string Target,
    string ContentType,
    string Body,
    string Authorization
)
{
    /// <summary>What it says, whatever the order of its members.</summary>
    public string Meaning =>
        $"{Method} {Path} {Sorted(Query.TrimStart('?'))} {Target} {ContentType.Split(';')[0]} "
        + (Body.StartsWith('{') ? Sorted(JsonElement.Parse(Body)) : Sorted(Body));

    private static string Sorted(string pairs) => string.Join('&', pairs.Split('&').Order(StringComparer.Ordinal));

    private static string Sorted(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
            ? string.Join(
                ',',
                json.EnumerateObject()
                    .OrderBy(one => one.Name, StringComparer.Ordinal)
                    .Select(one => $"{one.Name}:({Sorted(one.Value)})")
            )
            : json.GetRawText();
}

/// <summary>What a stand-in answers: this, or one text after the other.</summary>
public sealed record StandInAnswer(int Status, string Text)
{
    private int _told;

    public string? Error { get; init; }

    /// <summary>What the header of Lambda says of a function that failed.</summary>
    public string FunctionError { get; init; } = "";

    public IReadOnlyList<string> Pages { get; init; } = [];

    public StandInAnswer Next() => Pages.Count == 0 ? this : this with { Text = Pages[Math.Min(_told++, Pages.Count - 1)] };
}
