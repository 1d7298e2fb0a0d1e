using System.Collections.Concurrent;
using System.Text;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Contracts;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Jsonata;
using Cxf.Testing;

namespace Cxf.Flows.Tests.Catalogue;

/// <summary>The example documents of the catalogue, and the tenant in whose surroundings they are checked.</summary>
internal static class ExampleFlows
{
    private const string GreetContract = """
        {"type":"object","properties":{"name":{"type":"string","maxLength":20},"times":{"type":"integer","minimum":1}},
         "required":["name"],"additionalProperties":false}
        """;

    private const string DeskDescription = """
        {"format":1,"source":{"title":"Desk","version":"1","openapi":"3.0.3","from":"desk.yaml"},
         "operations":{
          "createTicket":{"method":"POST","path":"/tickets",
           "body":{"required":true,"content":{"application/json":{"type":"object","required":["subject"],
            "properties":{"subject":{"type":"string"},"priority":{"type":"string","enum":["low","high"]}}}}},
           "answers":{"201":{"type":"application/json","schema":{"$ref":"Ticket"}}}},
          "findTickets":{"method":"GET","path":"/tickets",
           "parameters":[{"name":"phone","in":"query","required":true,"schema":{"type":"string"}},
            {"name":"limit","in":"query","schema":{"type":"integer"}}],
           "answers":{"200":{"type":"application/json","schema":{"type":"array","items":{"$ref":"Ticket"}}}}},
          "getTicket":{"method":"GET","path":"/tickets/{id}",
           "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],
           "answers":{"200":{"type":"application/json","schema":{"$ref":"Ticket"}},"404":{}}}},
         "types":{"Ticket":{"type":"object","required":["id","number"],
          "properties":{"id":{"type":"string"},"number":{"type":"string"},"note":{"type":"string"}}}}}
        """;

    private static readonly Dictionary<PinnedVersion, FlowDefinition> Pinned = Enumerable
        .Range(1, 20)
        .ToDictionary(version => new PinnedVersion(FlowId.Parse("deep"), version), Deep)
        .Append(new(new PinnedVersion(FlowId.Parse("other"), 3), Documents.Read(Documents.Lead).Flow!))
        .ToDictionary();

    /// <summary>
    /// Three connections, of which one sends an idempotency key and one has a description; live flows of each type, one with a
    /// contract and one that asks for a number of the contact; and published versions, of "deep" so many that each compiles the
    /// one before in.
    /// </summary>
    private static readonly FlowContext Surroundings = new(
        new Dictionary<ConnectionId, IReadOnlyCollection<string>>
        {
            [ConnectionId.Parse("crm")] = ["GET", "POST"],
            [ConnectionId.Parse("erp")] = ["GET", "POST"],
            [ConnectionId.Parse("desk")] = ["GET", "POST"],
        }
    )
    {
        IdempotentConnections = new HashSet<ConnectionId> { ConnectionId.Parse("crm") },
        LiveFlows = new Dictionary<FlowId, LiveFlowFacts>
        {
            [FlowId.Parse("notify")] = new(StateMachineType.Express, TimeSpan.FromSeconds(2)),
            [FlowId.Parse("other")] = new(StateMachineType.Express, TimeSpan.FromSeconds(6)),
            [FlowId.Parse("greet")] = new(StateMachineType.Express, TimeSpan.FromSeconds(1))
            {
                Input = ContractReader.Parse(GreetContract),
            },
            [FlowId.Parse("call_back")] = new(StateMachineType.Express, TimeSpan.FromSeconds(1))
            {
                ContactFields = [ContactField.CustomerNumber],
            },
            [FlowId.Parse("goes_on")] = new(StateMachineType.Standard, TimeSpan.FromHours(1)),
        },
        PinnedFlows = Pinned,
        Descriptions = new Dictionary<ConnectionId, ApiDescription>
        {
            [ConnectionId.Parse("desk")] = ApiDescription.Read(Encoding.UTF8.GetBytes(DeskDescription), out _)!,
        },
    };

    // The page of the catalogue and the test of each code ask for the same, and the tests of some examples use up a budget.
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<Diagnostic>>> Known = [];

    public static string Folder { get; } = ProjectRoot.Path("src", "Cxf.Flows", "Catalogue", "Examples");

    // Bytes, because reading text drops a byte order mark.
    public static string Document(string code) =>
        Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Folder, code + ".json")));

    /// <summary>
    /// The diagnostics of a code's example: by reading it, and where that finds nothing by its tests or by publishing it.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Said(string code) => Known.GetOrAdd(code, static code => new(() => Ask(code))).Value;

    public static FlowReading Read(string document) => Documents.Read(document, Context(document));

    /// <summary>What a document is checked in: a tenant in which one flow is live already.</summary>
    public static FlowContext Context(string document) =>
        Surroundings with
        {
            LiveType = document.Contains("\"flowId\": \"goes_on\",\n  \"caller\"") ? StateMachineType.Standard : null,
        };

    private static IReadOnlyList<Diagnostic> Ask(string code)
    {
        var document = Document(code);
        var (source, reading) = (JsonSource.Parse(document), Read(document));
        if (reading.Flow is not { } flow || reading.Diagnostics.Count > 0)
        {
            return reading.Diagnostics;
        }

        // Published as "example", which is live, takes two seconds at most, and is run by "welcome".
        var stored = FlowId.Parse("example");
        var before = TimeSpan.FromSeconds(2);
        var target = new CompilationTarget(TenantId.Parse("acme"), 1, "call-api");
        var compiled = FlowCompiler.Compile(flow, target);
        return flow.Id != stored ? [PublishingProblems.StoredUnderOtherId(source, stored)]
            : compiled.WorstCase > before
                ? [PublishingProblems.CallersWaitTooShort(source, compiled.WorstCase.Value, before, [FlowId.Parse("welcome")])]
            // By work alone: a slow machine must not run into the limit of time first.
            : FlowTestRunner
                .Run(
                    flow,
                    compiled,
                    target,
                    new WorkBudget(FlowBudget.TestSteps, FlowBudget.TestBytes),
                    TestContext.Current.CancellationToken
                )
                .ToDiagnostics(source);
    }

    private static FlowDefinition Deep(int version) =>
        Documents
            .Read(
                $$"""
                { "flowId": "deep", "caller": "continues", "start": "{{(version == 1 ? "respond_1" : "run_1")}}", "steps": {
                    {{(
                    version == 1
                        ? ""
                        : $$"""
                        "run_1": { "kind": "runFlow", "flowId": "deep", "version": {{version - 1}}, "next": "respond_1" },
                    """
                )}}
                    "respond_1": { "kind": "respond", "message": "Done." } } }
                """
            )
            .Flow!;
}
