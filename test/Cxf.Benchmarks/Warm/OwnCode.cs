using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.TestUtilities;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Cxf.ApiCalls;
using Cxf.ApiCalls.Outbound;
using Cxf.Benchmarks.ApiCalls;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Functions;
using Cxf.Functions.CallApi;
using Cxf.Functions.Deployment;
using Cxf.Functions.ExecuteFlow;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Ssm;
using Cxf.Local.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Cxf.Benchmarks.Warm;

/// <summary>
/// Our own code of one warm invocation, the network excluded: from the event's bytes to the answer's, in this process, less what
/// the client underneath takes for the same call. The AWS SDK's client is given an answer in place of a connection; a
/// third-party call goes to a server on loopback, and what a plain HttpClient takes for it is taken off.
/// </summary>
internal static class OwnCode
{
    private const int Operations = 3_000;

    private const string Instance = "arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-4333-8444-555555555555";

    private static readonly TenantId Acme = TenantId.Parse("acme");
    private static readonly FlowId Callback = FlowId.Parse("request_callback");
    private static readonly FunctionSerializer Serializer = new();

    public static async Task PrintAsync()
    {
        await using var server = await LeadServer.StartAsync();
        using var folder = WorkingFolder.CopyOf(
            Path.Combine(AppContext.BaseDirectory, "Samples"),
            new Dictionary<string, string> { ["CrmUrl"] = server.Url.ToString().TrimEnd('/') }
        );
        using var store = new FolderConfigurationStore(folder.Path);
        await store.TryPutLiveAsync(Acme, await LiveAsync(store), null, CancellationToken.None);
        await store.PutConnectionAsync(Acme, ConnectionId.Parse("limited"), Limited(server.Url), CancellationToken.None);
        await using var services = Compose(store);
        await PrintExecuteFlowAsync(services);
        await PrintCallApiAsync(services, server.Url, "crm", "CallApi");
        await PrintCallApiAsync(services, server.Url, "limited", "CallApi with limits");
    }

    private static string Limited(Uri server) =>
        $$"""
            {"baseUrl":"{{server.ToString().TrimEnd('/')}}","methods":["POST"],
             "limits":{"maxConcurrent":50,"ratePerSecond":1000},"circuitBreaker":{} }
            """;

    private static async Task PrintExecuteFlowAsync(ServiceProvider services)
    {
        var (function, client, number) = (
            services.GetRequiredService<ExecuteFlowFunction>(),
            services.GetRequiredService<IAmazonStepFunctions>(),
            0
        );
        var context = new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(9) };
        var whole = await Timing.OfAsync(
            Operations,
            async () =>
            {
                var received = $$"""
                    {"Details":{"ContactData":{"ContactId":"warm-{{number++}}","InstanceARN":"{{Instance}}"},
                     "Parameters":{"tenantId":"acme","flowId":"request_callback","recordType":"callback","hours":"4"} } }
                    """;
                var answer = Written(await function.ExecuteFlow(FunctionEvent.Read(Encoding.UTF8.GetBytes(received)), context));
                Expect(answer.Contains("RUNNING"), answer);
            }
        );
        var sdk = await Timing.OfAsync(
            Operations,
            () =>
                client.StartExecutionAsync(
                    new StartExecutionRequest
                    {
                        StateMachineArn = "arn:aws:states:us-east-1:111122223333:stateMachine:m:live",
                        Name = $"run-{number++}",
                        Input = """{"contact":{"contactId":"warm-1"},"payload":{"recordType":"callback","hours":4}}""",
                    }
                )
        );
        Row("ExecuteFlow, STANDARD", whole, sdk, "the SDK's StartExecution");
    }

    private static async Task PrintCallApiAsync(ServiceProvider services, Uri server, string connection, string name)
    {
        const string Body = """{"recordType":"lead","interest":"key 5","source":"phone call"}""";
        var (function, number) = (services.GetRequiredService<CallApiFunction>(), 0);
        using var plain = new HttpClient();
        var (wholes, plains) = (new List<Timing>(), new List<Timing>());
        for (var turn = 0; turn < 9; turn++)
        {
            plains.Add(
                await Timing.OfAsync(
                    Operations / 10,
                    async () =>
                    {
                        using var content = new StringContent(Body, Encoding.UTF8, "application/json");
                        using var answer = await plain.PostAsync(new Uri(server, "/leads"), content);
                        Expect((await answer.Content.ReadAsStringAsync()).Contains("L-1"), "no lead");
                    }
                )
            );
            wholes.Add(
                await Timing.OfAsync(
                    Operations / 10,
                    async () =>
                    {
                        var received = $$"""
                            {"tenantId":"acme","connectionId":"{{connection}}",
                             "request":{"method":"POST","path":"/leads","body":{{Body}}},
                             "timeoutMs":3000,"idempotencyKey":"warm-{{number++}}/rest_api_1"}
                            """;
                        var answer = Written(await function.CallApi(FunctionEvent.Read(Encoding.UTF8.GetBytes(received))));
                        Expect(answer.Contains("L-1"), answer);
                    }
                )
            );
        }

        Row(name, Least(wholes), Least(plains), "a plain HttpClient");
    }

    // The turn that the rest of the machine disturbed least.
    private static Timing Least(List<Timing> timings) => timings.MinBy(timing => timing.Microseconds);

    private static void Row(string name, Timing whole, Timing client, string clientName) =>
        Console.WriteLine(
            $"{name, -24}{whole.Microseconds - client.Microseconds, 6:0} us of our own code: {whole.Microseconds:0} "
                + $"us in all, less {client.Microseconds:0} us for {clientName}"
        );

    private static string Written<T>(T answer)
    {
        using var output = new MemoryStream();
        Serializer.Serialize(answer, output);
        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
    }

    private static ServiceProvider Compose(FolderConfigurationStore store)
    {
        var settings = new DeploymentSettings
        {
            Stage = StageName.Parse("bench"),
            ConfigTable = "",
            RunsTable = "",
            StateMachineArnPrefix = "arn:aws:states:us-east-1:111122223333:stateMachine:",
        };
        return new ServiceCollection()
            .AddFunctions(settings)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IConfigurationStore>(store)
            .AddSingleton<IAmazonDynamoDB>(_ => new RecordInPlaceOfATable())
            .AddSingleton<IAmazonStepFunctions>(_ => new AmazonStepFunctionsClient(
                new BasicAWSCredentials("bench", "bench"),
                new AmazonStepFunctionsConfig
                {
                    ServiceURL = "http://127.0.0.1:1/",
                    AuthenticationRegion = "us-east-1",
                    MaxErrorRetry = 0,
                    HttpClientFactory = new AnswerInPlaceOfAConnection(),
                }
            ))
            .AddSingleton(
                new ApiCallerOptions
                {
                    Stage = settings.Stage,
                    Secrets = new LocalParameters(TimeProvider.System),
                    Policy = new OutboundPolicy { AllowLoopback = true },
                }
            )
            .BuildServiceProvider();
    }

    private static async Task<LiveFlow> LiveAsync(FolderConfigurationStore store)
    {
        var draft = (await store.FindDraftAsync(Acme, Callback, CancellationToken.None))!;
        var surroundings = new FlowContext(
            new Dictionary<ConnectionId, IReadOnlyCollection<string>> { [ConnectionId.Parse("crm")] = ["GET", "POST"] }
        );
        var flow = FlowReader.Read(JsonSource.Parse(draft.Document), surroundings).Flow!;
        return new LiveFlow(
            Callback,
            1,
            "hash",
            "arn:aws:states:us-east-1:111122223333:stateMachine:m:live",
            Cxf.Flows.Compiling.StateMachineType.Standard,
            new PayloadContract(flow.Input.Source.GetRawText()),
            flow.ContactFields
        );
    }

    private static void Expect(bool condition, string found)
    {
        if (!condition)
        {
            throw new InvalidOperationException("Not the answer that was to be measured: " + found);
        }
    }

    // What DynamoDB answers to a call with room.
    private sealed class RecordInPlaceOfATable()
        : AmazonDynamoDBClient(
            new BasicAWSCredentials("bench", "bench"),
            new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1/", AuthenticationRegion = "us-east-1" }
        )
    {
        public override Task<UpdateItemResponse> UpdateItemAsync(
            UpdateItemRequest request,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                new UpdateItemResponse
                {
                    Attributes = new()
                    {
                        ["inFlight#limited"] = new AttributeValue { M = [], IsMSet = true },
                    },
                }
            );
    }

    private sealed class AnswerInPlaceOfAConnection : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Started());

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => true;

        public override string GetConfigUniqueString(IClientConfig clientConfig) => nameof(AnswerInPlaceOfAConnection);
    }

    private sealed class Started : HttpMessageHandler
    {
        private static readonly byte[] Answer =
            """{"executionArn":"arn:aws:states:us-east-1:111122223333:execution:m:r","startDate":1795377309.5}"""u8.ToArray();

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage { Content = new ByteArrayContent(Answer), RequestMessage = request };
        }
    }
}
