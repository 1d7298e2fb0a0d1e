using System.Text;
using Cxf.Local.FlowDocuments;
using Cxf.Studio.Documents;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Studio.Tests.Documents;

/// <summary>Nothing that was typed is lost, and no byte changes that nobody typed.</summary>
public sealed class OpenFlowTests : IDisposable
{
    private readonly DirectoryInfo _folder = SampleFolder.Copy();
    private readonly FakeTimeProvider _time = new();

    private string Lead => Path.Combine(_folder.FullName, "tenants", "acme", "flows", "create_lead.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    public async Task A_saved_edit_changes_its_own_characters_only(string lineEnd, bool hasByteOrderMark)
    {
        var text = (await File.ReadAllTextAsync(Lead, Cancellation)).ReplaceLineEndings(lineEnd);
        var encoding = new UTF8Encoding(hasByteOrderMark);
        await File.WriteAllTextAsync(Lead, text, encoding, Cancellation);
        await using var flow = await OpenAsync();
        flow.Apply([new TextChange(2, 1, 2, 1, " ")]);
        Assert.Null(await flow.SaveAsync(null, Cancellation));

        var saved = await File.ReadAllBytesAsync(Lead, Cancellation);
        var expected = text.Insert(1 + lineEnd.Length, " ");
        Assert.Equal((byte[])[.. encoding.Preamble, .. encoding.GetBytes(expected)], saved);
        Assert.False(flow.HasChanges);
    }

    [Fact]
    public async Task A_draft_is_there_within_a_second_although_nothing_was_closed()
    {
        await using var flow = await OpenAsync();
        flow.Apply([new TextChange(1, 2, 1, 2, "lost?")]);
        _time.Advance(TimeSpan.FromSeconds(1));
        await DraftsAsync(1);

        await using var later = await OpenAsync();
        Assert.Equal(flow.Text, Assert.Single(later.LeftBehind).Text);
    }

    [Fact]
    public async Task Two_pages_on_one_file_keep_a_draft_each()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        one.Apply([new TextChange(1, 2, 1, 2, "one")]);
        other.Apply([new TextChange(1, 2, 1, 2, "other")]);
        _time.Advance(TimeSpan.FromSeconds(1));
        await DraftsAsync(2);

        await using var later = await OpenAsync();
        Assert.Equal([one.Text, other.Text], later.LeftBehind.Select(draft => draft.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_two_pages_save_is_never_lost_unasked()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        one.Apply([new TextChange(1, 2, 1, 2, " ")]);
        other.Apply([new TextChange(1, 2, 1, 2, "\t")]);
        Assert.Null(await one.SaveAsync(null, Cancellation));
        Assert.Equal(one.Text, await other.SaveAsync(null, Cancellation));
        Assert.Equal(one.Text, await File.ReadAllTextAsync(Lead, Cancellation));

        // Asked, mine is kept; but not over a third text that was never shown.
        await File.WriteAllTextAsync(Lead, "third", Cancellation);
        Assert.Equal("third", await other.SaveAsync(one.Text, Cancellation));
        Assert.Null(await other.SaveAsync("third", Cancellation));
        Assert.Equal(other.Text, await File.ReadAllTextAsync(Lead, Cancellation));
    }

    [Fact]
    public async Task A_draft_that_was_taken_over_still_knows_the_file_that_it_began_with()
    {
        await using (var flow = await OpenAsync())
        {
            flow.Apply([new TextChange(1, 2, 1, 2, "mine")]);
        }

        await File.WriteAllTextAsync(Lead, "theirs", Cancellation);
        await using var later = await OpenAsync();
        later.Apply([later.TakeOver(Assert.Single(later.LeftBehind))]);
        Assert.Contains("mine", later.Text);
        Assert.Equal("theirs", await later.SaveAsync(null, Cancellation));
    }

    [Fact]
    public async Task While_a_text_has_errors_the_last_one_without_stays_in_sight()
    {
        await using var flow = await OpenAsync();
        var good = flow.Document;
        flow.Apply([new TextChange(1, 1, 1, 2, "")]);
        Assert.True(await flow.CheckAsync(Cancellation));
        Assert.NotEmpty(flow.Document.Reading.Diagnostics);
        Assert.Same(good, flow.Drawn);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_is_shown_and_never_written()
    {
        await File.WriteAllBytesAsync(Lead, [.. "{ \"a\": \""u8, 0xE4, .. "\" }"u8], Cancellation);
        await using var flow = await OpenAsync();
        Assert.Contains("not UTF-8", flow.Unreadable);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<OpenFlow> OpenAsync() => OpenFlow.ReadAsync(FlowFile.Find(new FileInfo(Lead)).Single(), _time, Cancellation);

    // Timers of the fake clock have begun to write when it has advanced, but not ended.
    private async Task DraftsAsync(int count)
    {
        while ((await FlowDraft.FindAsync(Lead, Cancellation)).Count < count)
        {
            await Task.Yield();
        }
    }
}
