using System.CommandLine;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;
using Cxf.Local.Commands;
using Cxf.Local.Tests.Output;

namespace Cxf.Local.Tests.Commands;

/// <summary>The commands on a deployment, for every kind of deployment.</summary>
public abstract partial class DeploymentCommandsContract : IAsyncLifetime
{
    private const string Instance = "arn:aws:connect:eu-central-1:444455556666:instance/22222222-3333-4444-8555-666666666666";
    private const string OtherInstance =
        "arn:aws:connect:eu-central-1:444455556666:instance/99999999-3333-4444-8555-666666666666";

    private static readonly TenantId Acme = TenantId.Parse("acme");
    private static readonly FlowId Greet = FlowId.Parse("greet");

    private readonly DirectoryInfo _source = Directory.CreateTempSubdirectory("cxf-source-");

    internal abstract IConfigurationStore Store { get; }

    /// <summary>How a command is told of the deployment.</summary>
    protected abstract IReadOnlyList<string> Target { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Write("instances.json", $$"""{"{{Instance}}": ["acme"]}""");
        Write(
            "tenants/acme/connections/crm.json",
            """{"baseUrl": "${CrmUrl}", "auth": {"kind": "basic"}, "methods": ["GET"], "clientCertificate": true}"""
        );
        WriteGreet("hello");
        await Task.CompletedTask;
    }

    public virtual ValueTask DisposeAsync()
    {
        _source.Delete(recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private Task<(int Code, string Output)> PublishAsync(params string[] more) =>
        RunAsync(["publish", _source.FullName, "--set", "CrmUrl=https://crm.example", .. more, .. Target]);

    private async Task<(int Code, string Output)> AskAsync(params string[] arguments)
    {
        var (code, output) = await RunAsync([.. arguments, .. Target]);
        return (code, output.Trim());
    }

    private static async Task<(int Code, string Output)> RunAsync(string[] arguments)
    {
        var text = new TextConsole();
        var console = text.Lines;
        var root = new RootCommand
        {
            CanaryCommand.Create(console),
            CheckCommand.Create(console),
            CompileCommand.Create(console),
            DeleteCommand.Create(console),
            DiffCommand.Create(console),
            DoctorCommand.Create(console),
            PublishCommand.Create(console),
            RollbackCommand.Create(console),
            TestCommand.Create(console),
            VersionsCommand.Create(console),
        };
        var parsed = root.Parse(arguments);
        Assert.Empty(parsed.Errors.Select(error => error.Message));
        var code = await parsed.InvokeAsync(cancellationToken: Cancel);
        return (code, text.Text);
    }

    private void WriteGreet(string word, string tests = "[]", string more = "", string? next = null)
    {
        var document = Greeting(word, tests).Replace("\"tests\"", more + " \"tests\"");
        Write(
            "tenants/acme/flows/greet.json",
            next is null
                ? document
                : document
                    .Replace("\"start\": \"respond_1\"", "\"start\": \"next\"")
                    .Replace("\"steps\": {", $"\"steps\": {{ \"next\": {next},")
        );
    }

    private static string Greeting(string word, string tests = "[]") =>
        $$"""
            {
              "flowId": "greet",
              "tests": {{tests}},
              "start": "respond_1",
              "steps": { "respond_1": { "kind": "respond", "message": "{{word}}" } }
            }
            """;

    private static string Running(string flow, string child) =>
        $$"""
            {
              "flowId": "{{flow}}",
              "start": "runFlow_1",
              "steps": {
                "runFlow_1": { "kind": "runFlow", "flowId": "{{child}}", "payload": {}, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "done" }
              }
            }
            """;

    private void Write(string path, string text)
    {
        var file = Path.Combine(_source.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
