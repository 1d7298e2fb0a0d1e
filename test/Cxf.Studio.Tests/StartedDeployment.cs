using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Publishing;
using Cxf.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

[assembly: AssemblyFixture(typeof(Cxf.Studio.Tests.StartedDeployment))]

namespace Cxf.Studio.Tests;

/// <summary>
/// What <c>cxf start</c> serves, with flows of the samples: create_lead, which a caller waits for, noted_lead, which is the same
/// and which tests publish, and order_overview, a loop that no caller waits for and that handles no error. The third party knows
/// all orders but 7, and answers nothing about 9. Tests use contacts of their own.
/// </summary>
public sealed class StartedDeployment : IAsyncDisposable
{
    public const string Lead = "acme/create_lead";
    public const string Orders = "acme/order_overview";
    public const string Published = "acme/noted_lead";
    public const string PlantedNumber = "+12025550142";

    private readonly SemaphoreSlim _starting = new(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-studio-deployment-");
    private readonly WebApplication _thirdParty;
    private readonly ConcurrentDictionary<string, bool> _repaired = new();
    private ProcessDeployment? _deployment;

    public StartedDeployment()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _thirdParty = builder.Build();
        _thirdParty.Run(AnswerAsync);
    }

    /// <summary>The folder that is published.</summary>
    public string Folder => _folder.FullName;

    /// <summary>From now on an order can be looked up. Before, that fails for 7 and for all from 70,000 on.</summary>
    public void Repair(int order) => _repaired.TryAdd($"O-{order}", true);

    // Beside the tests it lacks libraries, because the studio has them from ASP.NET Core.
    private static FunctionExecutable Executable =>
        new(
            Environment.GetEnvironmentVariable("CXF_BOOTSTRAP") is { Length: > 0 } path
                ? path
                : Path.Combine(
                    ProjectRoot.Path("src", "Cxf.Functions"),
                    Path.GetRelativePath(ProjectRoot.Path("test", "Cxf.Studio.Tests"), AppContext.BaseDirectory),
                    "bootstrap.dll"
                )
        );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal async Task<StageAddress> StartAsync()
    {
        await _starting.WaitAsync(Cancellation);
        try
        {
            _deployment ??= await PublishAsync();
            return StageAddress.Local(_deployment.TablesAddress, _deployment.StepFunctionsAddress);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A copy of the folder that a test may change.</summary>
    public DirectoryInfo CopyFolder()
    {
        var copy = Directory.CreateTempSubdirectory("cxf-studio-copy-");
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.FullName, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>A contact that no other test has.</summary>
    public static string NewContact() => Guid.NewGuid().ToString();

    /// <summary>Calls a flow as Amazon Connect does and waits until its run has ended; the run's ID.</summary>
    public async Task<string> RunAsync(string flow, string contact, JsonObject payload)
    {
        var runId = await BeginAsync(flow, contact, payload);
        if (_deployment!.StepFunctions.ViewAll().FirstOrDefault(one => one.Name == runId) is { } execution)
        {
            await _deployment.StepFunctions.WhenEnded(execution.ExecutionArn, Cancellation);
        }

        return runId;
    }

    /// <summary>The same, and does not wait for the end of a run that no caller waits for.</summary>
    public async Task<string> BeginAsync(string flow, string contact, JsonObject payload)
    {
        await StartAsync();
        var request = JsonNode.Parse(
            await File.ReadAllTextAsync(ProjectRoot.Path("events", "ExecuteFlow", "connect-press-5.json"), Cancellation)
        )!;
        request["Details"]!["ContactData"]!["ContactId"] = contact;
        request["Details"]!["ContactData"]!["CustomerEndpoint"]!["Address"] = PlantedNumber;
        request["Details"]!["Parameters"] = new JsonObject
        {
            ["tenantId"] = flow.Split('/')[0],
            ["flowId"] = flow.Split('/')[1],
            ["payload"] = payload.ToJsonString(),
            ["callerLimitSeconds"] = "8",
        };
        var function = _deployment!.Lambda.Find("ExecuteFlow")!;
        var result = await _deployment.Lambda.InvokeAsync(function, Encoding.UTF8.GetBytes(request.ToJsonString()), Cancellation);
        var answer = JsonElement.Parse(result.Payload.Span);
        var runId = answer.GetProperty("runId").GetString()!;
        Assert.StartsWith(contact, runId);
        return runId;
    }

    /// <summary>A payload of order_overview with so many orders.</summary>
    public static JsonObject OrdersOf(params IEnumerable<int> numbers) =>
        new() { ["orders"] = new JsonArray([.. numbers.Select(number => JsonValue.Create($"O-{number}"))]) };

    /// <summary>The payload of create_lead.</summary>
    public static JsonObject LeadOf() => new() { ["recordType"] = "lead", ["userInput"] = "5" };

    public async ValueTask DisposeAsync()
    {
        await (_deployment?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _thirdParty.DisposeAsync();
        _starting.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<ProcessDeployment> PublishAsync()
    {
        await _thirdParty.StartAsync(Cancellation);
        await WriteAsync("connections", "crm", """{"baseUrl": "${CrmUrl}", "methods": ["GET", "POST"]}""");
        await WriteAsync("connections", "shop", """{"baseUrl": "${CrmUrl}", "methods": ["GET", "POST"]}""");
        await WriteAsync("flows", "create_lead", await SampleAsync("create_lead"));
        await WriteAsync("flows", "noted_lead", (await SampleAsync("create_lead")).Replace("create_lead", "noted_lead"));
        var orders = JsonNode.Parse(await SampleAsync("order_overview"))!.AsObject();
        orders["steps"]!["for_each_1"]!.AsObject().Remove("onError");
        orders["steps"]!.AsObject().Remove("fail_1");
        orders["tests"]!.AsArray().RemoveRange(1, orders["tests"]!.AsArray().Count - 1);
        await WriteAsync("flows", "order_overview", orders.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "instances.json"),
            """{"arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-4333-8444-555555555555": ["acme"]}""",
            Cancellation
        );
        var deployment = await ProcessDeployment.StartAsync(
            new ProcessDeploymentOptions
            {
                Template = ProjectRoot.Path("template.yaml"),
                Parameters = new Dictionary<string, string> { ["LogExecutionData"] = "true" },
                ConfigurationFolder = Folder,
                Crm = new Uri(_thirdParty.Urls.First()),
                Functions = new FunctionOptions { Executable = Executable },
            },
            Cancellation
        );
        Assert.All(await deployment.PublishAsync(Cancellation), flow => Assert.True(flow.IsLive, flow.Message));
        return deployment;
    }

    private static Task<string> SampleAsync(string flow) =>
        File.ReadAllTextAsync(
            ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", "acme", "flows", flow + ".json"),
            Cancellation
        );

    private async Task WriteAsync(string kind, string name, string text)
    {
        var folder = Path.Combine(Folder, "tenants", "acme", kind);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".json"), text, Cancellation);
    }

    private bool IsKnown(string order) =>
        _repaired.ContainsKey(order) || (order != "O-7" && !order.StartsWith("O-7000", StringComparison.Ordinal));

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var order = path.StartsWith("/orders/", StringComparison.Ordinal) ? path["/orders/".Length..] : null;
        context.Response.StatusCode =
            order is null ? StatusCodes.Status201Created
            : IsKnown(order) ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        if (order == "O-9")
        {
            // As if the third party never answered.
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        await context.Response.WriteAsync(order is null ? """{"id":"L-1001"}""" : """{"state":"shipped"}""");
    }
}
