using System.CommandLine;
using Cxf.Local.Commands;
using Cxf.Local.Output;

namespace Cxf.Studio.Tests.Pages;

/// <summary>The page that publishes a flow, in a real browser, on what <c>cxf start</c> serves.</summary>
public sealed class PublishPageTests(Browser browser, StartedDeployment deployment) : IAsyncLifetime
{
    private DirectoryInfo? _folder;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Lead => Path.Combine(_folder!.FullName, "tenants", "acme", "flows", "noted_lead.json");

    public async ValueTask InitializeAsync()
    {
        await deployment.StartAsync();
        _folder = deployment.CopyFolder();
    }

    [Fact]
    public async Task A_flow_whose_test_fails_is_refused()
    {
        var text = await File.ReadAllTextAsync(Lead, Cancellation);
        await File.WriteAllTextAsync(Lead, text.Replace("{% 'Thank you. ", "{% '"), Cancellation);
        await using var studio = await OpenAsync();
        await studio.SaysAsync("4 of 5 pass");
        await studio.SaysAsync("Not while something is red: 1 of 5 tests fails.");
        await studio.PictureAsync("publish-red");
        Assert.True(await studio.Page.EvaluateExpressionAsync<bool>("document.querySelector('button.main').disabled"));
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_renamed_step_is_shown_as_renamed_published_given_a_share_and_rolled_back()
    {
        await deployment.RunAsync(StartedDeployment.Published, StartedDeployment.NewContact(), StartedDeployment.LeadOf());
        var text = await File.ReadAllTextAsync(Lead, Cancellation);
        await File.WriteAllTextAsync(Lead, text.Replace("respond_2", "known_already"), Cancellation);
        await using var studio = await OpenAsync();
        await studio.SaysAsync("The step respond_2 is renamed to known_already.");
        await studio.SaysAsync("5 of 5 pass");
        await studio.SaysAsync("acme/crm");
        await studio.SaysAsync("none failed");
        await studio.Page.WaitForSelectorAsync(".picture svg .badge");
        await studio.PictureAsync("publish-renamed");
        Assert.DoesNotContain("new step", await studio.Page.EvaluateExpressionAsync<string>("document.body.innerText"));

        await studio.PressAsync("Publish in place of version 1");
        await studio.SaysAsync("Version 2 is live.");
        await studio.SaysAsync("2 (live)");
        await studio.SaysAsync("The file is live as it is.");
        await studio.PictureAsync("publish-done");

        await studio.PressAsync("Set the share of 1");
        await studio.SaysAsync("Version 1 gets 10 of 100 runs, version 2 the others.");
        await studio.SaysAsync("90 %");
        await studio.PictureAsync("publish-canary");

        await studio.PressAsync("Roll back to 1");
        await studio.SaysAsync("Version 1 is live.");
        await studio.SaysAsync("1 (live)");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_flow_is_published_to_a_deployment_in_files_and_rolled_back()
    {
        var target = Directory.CreateTempSubdirectory("cxf-studio-target-");
        try
        {
            await using var studio = await StudioPage.OpenAsync(
                browser,
                $"publish/{StartedDeployment.Published}",
                with: options => options with { Folder = _folder!.FullName, PublishFolder = target.FullName }
            );
            await studio.SaysAsync($"to the deployment in {target.FullName}");
            await studio.SaysAsync("The deployment has no tenant acme. Publish the whole folder first");
            Assert.Equal(0, await PublishAllAsync(target.FullName));

            await studio.GoAsync($"publish/{StartedDeployment.Published}");
            await studio.SaysAsync("The file is live as it is.");
            await File.WriteAllTextAsync(
                Lead,
                (await File.ReadAllTextAsync(Lead, Cancellation)).Replace("respond_2", "known_already"),
                Cancellation
            );
            await studio.GoAsync($"publish/{StartedDeployment.Published}");
            await studio.SaysAsync("The step respond_2 is renamed to known_already.");
            Assert.DoesNotContain("24 hours,", await studio.Page.EvaluateExpressionAsync<string>("document.body.innerText"));
            await studio.PressAsync("Publish in place of version 1");
            await studio.SaysAsync("Version 2 is live.");
            await studio.PictureAsync("publish-files");
            await studio.PressAsync("Roll back to 1");
            await studio.SaysAsync("Version 1 is live.");
            Assert.Empty(studio.Troubles);
        }
        finally
        {
            target.Delete(recursive: true);
        }
    }

    private Task<int> PublishAllAsync(string target)
    {
        string[] arguments = ["publish", _folder!.FullName, "--folder", target, "--set", "CrmUrl=https://crm.example.com"];
        return CxfCommand.RunAsync(
            CxfCommand.Create(CallConsole.Create(TextWriter.Null)),
            arguments,
            new InvocationConfiguration()
        );
    }

    [Fact]
    public async Task Without_a_deployment_the_page_says_how_to_start_one()
    {
        await using var studio = await StudioPage.OpenAsync(browser, "publish/acme/create_lead");
        await studio.SaysAsync("Nothing answers at http://127.0.0.1:1/.");
        await studio.GoAsync("publish/acme/missing");
        await studio.SaysAsync("There is no flow acme/missing");
        Assert.Empty(studio.Troubles);
    }

    public ValueTask DisposeAsync()
    {
        _folder?.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<StudioPage> OpenAsync()
    {
        var stage = await deployment.StartAsync();
        return await StudioPage.OpenAsync(
            browser,
            $"publish/{StartedDeployment.Published}",
            with: options => options with { Folder = _folder!.FullName, Stage = stage }
        );
    }
}
