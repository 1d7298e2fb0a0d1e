namespace Cxf.Studio.Tests.Pages;

/// <summary>A studio that shows the runs of a deployment that was started.</summary>
internal static class StartedPage
{
    public static async Task<StudioPage> OpenAsync(Browser browser, StartedDeployment deployment, string path)
    {
        var stage = await deployment.StartAsync();
        return await StudioPage.OpenAsync(
            browser,
            path,
            with: options => options with { Folder = deployment.Folder, Stage = stage }
        );
    }
}
