using System.Text.Json.Nodes;
using Cxf.EndToEnd.Tests.Lambda;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;

namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>
/// A deployment with the flows published that callers ask for, before anything goes wrong, and the events that its functions
/// are asked.
/// </summary>
public sealed class OutageScene : IAsyncDisposable
{
    private readonly SemaphoreSlim _lock = new(1);
    private readonly FewSamples _samples = new("acme/create_lead", "acme/customer_name", "acme/request_callback");
    private ProcessDeployment? _deployment;

    /// <summary>A healthy third party, unless a test starts another.</summary>
    internal FaultyService Crm { get; private set; } = null!;

    /// <summary>The deployment; the first test that asks starts it.</summary>
    internal async Task<ProcessDeployment> GetAsync()
    {
        await _lock.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _deployment ??= await StartAsync();
        }
        finally
        {
            _lock.Release();
        }
    }

    /// <summary>What a contact flow sends.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="limit">How many seconds the caller's side waits.</param>
    /// <param name="parameters">The block's parameters beside tenant and time limit.</param>
    internal static string FromConnect(string contact, string limit, params (string Name, string Value)[] parameters)
    {
        var json = JsonNode.Parse(ProcessTests.Event("connect-press-5.json", contact))!;
        var sent = new JsonObject { ["tenantId"] = "acme", ["callerLimitSeconds"] = limit };
        foreach (var (name, value) in parameters)
        {
            sent[name] = value;
        }

        json["Details"]!["Parameters"] = sent;
        return json.ToJsonString();
    }

    internal static string CallOf(string connection) =>
        $$$"""
            {"tenantId":"acme","connectionId":"{{{connection}}}","request":{"method":"GET","path":"/leads"},"timeoutMs":20000,
             "idempotencyKey":"c-1-0/step"}
            """;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await (_deployment?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Crm?.DisposeAsync() ?? ValueTask.CompletedTask);
        _samples.Dispose();
        _lock.Dispose();
    }

    private async Task<ProcessDeployment> StartAsync()
    {
        Crm = await FaultyService.StartAsync(Fault.None);
        var deployment = await ProcessDeployment.StartAsync(
            new ProcessDeploymentOptions
            {
                Template = DeployedProcesses.TemplateFile,
                ConfigurationFolder = _samples.Path,
                Crm = Crm.Address,
                Functions = new FunctionOptions { Executable = DeployedProcesses.Executable },
            },
            TestContext.Current.CancellationToken
        );
        Assert.All(
            await deployment.PublishAsync(TestContext.Current.CancellationToken),
            flow => Assert.True(flow.IsLive, flow.Message)
        );
        return deployment;
    }
}
