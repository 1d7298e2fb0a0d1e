using System.Collections.Concurrent;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests;

/// <summary><c>cxf call</c> on flows and connections of the user's own, with the secrets they need.</summary>
public sealed class OwnConfigurationTests : IDisposable
{
    private const string Token = "t0ken-of-delta";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-configuration-");
    private readonly ConcurrentQueue<string> _authorizations = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_flow_of_a_folder_is_called_with_the_secret_of_its_connection()
    {
        await using var desk = await StartAsync();
        var secrets = Write("secrets.json", $$"""{"delta/desk": {"token": "{{Token}}" } }""");

        var (code, output) = await CxfProcess.RunAsync(
            "call",
            "--config",
            Configure(desk),
            "--secrets",
            secrets,
            "--flow",
            "delta/opening_hours"
        );

        Assert.Equal(0, code);
        Assert.Contains("says", output);
        Assert.Contains("We are open until 6 pm.", output);
        Assert.Equal(["Bearer " + Token], _authorizations);
        Assert.DoesNotContain(Token, output);
    }

    [Fact]
    public async Task Without_the_secret_the_call_ends_on_its_error_branch()
    {
        await using var desk = await StartAsync();

        var (code, output) = await CxfProcess.RunAsync("call", "--config", Configure(desk), "--flow", "delta/opening_hours");

        Assert.Equal(1, code);
        Assert.Contains("ApiMisconfigured", output);
        Assert.Empty(_authorizations);
    }

    [Fact]
    public async Task All_problems_of_a_secrets_file_are_reported_with_locations_and_without_secrets()
    {
        var secrets = Write(
            "secrets.json",
            $$"""
            {
              "delta": { "token": "{{Token}}" },
              "delta/desk": "{{Token}}",
              "delta/other": {"token": 5}
            }
            """
        );

        var (code, output) = await CxfProcess.RunAsync("call", "--secrets", secrets);

        Assert.Equal(2, code);
        Assert.Contains("secrets.json:2:3: \"delta\" must be <tenant>/<connection>.", output);
        Assert.Contains("secrets.json:3:3: ", output);
        Assert.Contains("secrets.json:4:3: ", output);
        Assert.DoesNotContain(Token, output);
    }

    [Theory]
    [InlineData("call")]
    [InlineData("start", "--port", "0")]
    public async Task Invalid_instances_are_reported_with_their_locations(params string[] command)
    {
        string[] template = command[0] == "start" ? ["--template", ProjectRoot.Path("template.yaml")] : [];
        Write("tenants/delta/flows/none.json", "{}");
        Write("instances.json", "{\n  \"arn\": [7]\n}");

        var (code, output) = await CxfProcess.RunAsync([.. command, .. template, "--config", _folder.FullName]);

        Assert.Equal(2, code);
        Assert.Contains("instances.json:2:3: error CXF5010", output);
        Assert.Contains("instances.json:2:11: error CXF5005", output);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_that_is_not_there_is_named()
    {
        var (code, output) = await CxfProcess.RunAsync("call", "--flow", "acme/nothing");
        Assert.Equal(2, code);
        Assert.Contains("There is no flow acme/nothing in ", output);
    }

    [Fact]
    public async Task A_flow_and_a_contact_flow_are_not_both_called()
    {
        var (code, output) = await CxfProcess.RunAsync(
            "call",
            "--flow",
            "acme/create_lead",
            "--contact-flow",
            Write("own.json", "{}")
        );
        Assert.Equal(2, code);
        Assert.Contains("--flow", output);
    }

    private Task<CallApi.ThirdParty> StartAsync() =>
        CallApi.ThirdParty.StartAsync(context =>
        {
            _authorizations.Enqueue(context.Request.Headers.Authorization.ToString());
            return CallApi.ThirdParty.AnswerAsync(context, """{"text": "We are open until 6 pm."}""");
        });

    private string Configure(CallApi.ThirdParty desk)
    {
        Write(
            "instances.json",
            """{"arn:aws:connect:eu-central-1:444455556666:instance/22222222-3333-4444-8555-666666666666": ["delta"]}"""
        );
        Write(
            "tenants/delta/connections/desk.json",
            $$"""{"name": "Desk", "baseUrl": "{{desk.Url}}", "auth": {"kind": "bearer"}, "methods": ["GET"]}"""
        );
        Write(
            "tenants/delta/flows/opening_hours.json",
            """
            {
              "flowId": "opening_hours",
              "start": "ask",
              "steps": {
                "ask": { "kind": "restApi", "connection": "desk", "method": "GET", "path": "/hours", "timeoutSeconds": 2,
                 "next": "answer" },
                "answer": { "kind": "respond", "message": "{% $ask.body.text %}" }
              }
            }
            """
        );
        return _folder.FullName;
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
