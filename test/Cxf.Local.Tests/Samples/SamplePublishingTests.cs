using System.CommandLine;
using System.Text.Json;
using Cxf.Local.Commands;
using Cxf.Local.Stores;
using Cxf.Local.Tests.Output;
using Cxf.Testing;

namespace Cxf.Local.Tests.Samples;

/// <summary>The samples as a folder that <c>cxf publish</c> brings to a new deployment.</summary>
public sealed class SamplePublishingTests(SamplePublishingTests.Deployment deployment)
    : IClassFixture<SamplePublishingTests.Deployment>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_sample_goes_live_with_the_flows_it_runs_and_its_secrets_are_listed()
    {
        var (code, output) = await deployment.First.Value;
        Assert.Equal(0, code);
        using var samples = new FolderConfigurationStore(ProjectRoot.Path("src", "Cxf.Local", "Samples"));
        using var store = new FolderConfigurationStore(deployment.Folder);
        foreach (var (tenant, flow) in samples.Drafts())
        {
            Assert.Contains($"Flow        {tenant}/{flow}: Version 1 is live.", output);
            Assert.Equal(1, (await store.FindLiveAsync(tenant, flow, Cancel))?.Version);
            Assert.Contains($"Cost        {tenant}/{flow}: ", output);
        }

        Assert.Equal(
            SecretsIn(samples).Order(StringComparer.Ordinal),
            output
                .Split('\n')
                .Where(line => line.StartsWith("Secret      ", StringComparison.Ordinal))
                .Select(line => line[12..].Split(':')[0])
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Publishing_the_samples_again_changes_nothing()
    {
        await deployment.First.Value;
        var (code, output) = await deployment.PublishAsync();
        Assert.Equal(0, code);
        var flows = output.Split('\n').Where(line => line.StartsWith("Flow ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(flows);
        Assert.All(flows, line => Assert.EndsWith("Version 1 is already live.", line.TrimEnd()));
    }

    private static IEnumerable<string> SecretsIn(FolderConfigurationStore samples) =>
        from tenant in samples.Tenants()
        from file in Directory.EnumerateFiles(
            ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", tenant.Value, "connections")
        )
        where
            JsonElement.Parse(File.ReadAllText(file)).TryGetProperty("auth", out var auth)
            && auth.GetProperty("kind").GetString() != "none"
        select $"{tenant}/{Path.GetFileNameWithoutExtension(file)}";

    /// <summary>A deployment in a folder, to which the first test that asks publishes.</summary>
    public sealed class Deployment : IDisposable
    {
        public Deployment() => First = new(PublishAsync);

        public string Folder { get; } = Directory.CreateTempSubdirectory("cxf-samples-").FullName;

        public Lazy<Task<(int Code, string Output)>> First { get; }

        public void Dispose() => Directory.Delete(Folder, recursive: true);

        public async Task<(int Code, string Output)> PublishAsync()
        {
            var text = new TextConsole();
            var root = new RootCommand { PublishCommand.Create(text.Lines) };
            var code = await root.Parse([
                    "publish",
                    ProjectRoot.Path("src", "Cxf.Local", "Samples"),
                    "--set",
                    "CrmUrl=https://crm.example",
                    "--folder",
                    Folder,
                ])
                .InvokeAsync(cancellationToken: Cancel);
            return (code, text.Text);
        }
    }
}
