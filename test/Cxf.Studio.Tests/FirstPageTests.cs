namespace Cxf.Studio.Tests;

/// <summary>What is made ready before a person opens the studio, so that the first page comes as fast as the next ones.</summary>
public sealed class FirstPageTests : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = SampleFolder.Copy();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_list_and_a_flow_are_rendered_before_a_person_opens_them(bool hasFlows)
    {
        if (!hasFlows)
        {
            Directory.Delete(Path.Combine(_folder.FullName, "tenants"), recursive: true);
        }

        await using var studio = await StartAsync();
        Assert.Equal(hasFlows, studio.Folder.Flows().Count > 0);
        Assert.True(await FirstPage.LoadAsync(studio, LongestWait, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_that_does_not_come_costs_only_time()
    {
        await using var studio = await StartAsync();
        Assert.False(await FirstPage.LoadAsync(studio, TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    private Task<StudioServer> StartAsync() =>
        StudioServer.StartAsync(new StudioOptions(_folder.FullName), _ => { }, TestContext.Current.CancellationToken);
}
