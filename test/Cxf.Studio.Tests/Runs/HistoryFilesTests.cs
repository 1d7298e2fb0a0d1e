using Cxf.Studio.Documents;
using Cxf.Studio.Runs;

namespace Cxf.Studio.Tests.Runs;

/// <summary>Recorded histories are opened, and no other file of the machine.</summary>
public sealed class HistoryFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = SampleFolder.Copy();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_of_the_folder_and_those_that_were_named_are_listed()
    {
        var named = Path.Combine(_folder.FullName, "named.json");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "histories", "march"));
        await File.WriteAllTextAsync(named, """{"events": []}""", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "histories", "march", "a.json"), "[]", Cancellation);
        Assert.Equal(["march/a.json", "named.json"], Files(named).List().Keys);
        var (run, _) = await Files(named).OpenAsync("march/a.json", Cancellation);
        Assert.Empty(run!.Steps);
    }

    [Theory]
    [InlineData("../instances.json")]
    [InlineData("/etc/hostname")]
    [InlineData("march/../../instances.json")]
    [InlineData("missing.json")]
    public async Task Any_other_file_is_refused(string name)
    {
        var (run, problem) = await Files().OpenAsync(name, Cancellation);
        Assert.Null(run);
        Assert.StartsWith($"There is no file {name} in ", problem);
    }

    [Fact]
    public async Task A_file_that_is_no_history_says_what_is_expected()
    {
        var named = Path.Combine(_folder.FullName, "named.json");
        await File.WriteAllTextAsync(named, "{}", Cancellation);
        var (run, problem) = await Files(named).OpenAsync("named.json", Cancellation);
        Assert.Null(run);
        Assert.Contains("is not a history. Expected what aws stepfunctions get-execution-history prints", problem);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private HistoryFiles Files(params IReadOnlyList<string> named) =>
        new(named, new FlowFolder(_folder.FullName, isSample: false, TimeProvider.System), TimeProvider.System);
}
