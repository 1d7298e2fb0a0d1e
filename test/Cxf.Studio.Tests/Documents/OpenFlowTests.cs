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
    public async Task Who_types_without_a_pause_does_not_put_the_draft_off()
    {
        await using var flow = await OpenAsync();
        for (var key = 0; key < 10; key++)
        {
            flow.Apply([new TextChange(1, 2, 1, 2, "x")]);
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        await DraftsAsync(1);
    }

    [Fact]
    public async Task A_draft_that_is_taken_over_stays_until_the_page_has_kept_its_text()
    {
        await using (var flow = await OpenAsync())
        {
            flow.Apply([new TextChange(1, 2, 1, 2, "mine")]);
        }

        await using var later = await OpenAsync();
        var draft = Assert.Single(later.LeftBehind);
        var change = later.TakeOver(draft);
        Assert.Empty(later.LeftBehind);
        Assert.True(File.Exists(draft.Path));

        later.Apply([change]);
        _time.Advance(TimeSpan.FromSeconds(1));
        while (File.Exists(draft.Path))
        {
            await Task.Yield();
        }

        Assert.Equal(draft.Text, Assert.Single(await FlowDraft.FindAsync(Lead, Cancellation)).Text);
    }

    [Fact]
    public async Task A_draft_of_a_page_that_is_open_is_copied_by_another_page_and_not_removed()
    {
        await using var one = await OpenAsync();
        one.Apply([new TextChange(1, 2, 1, 2, "mine")]);
        _time.Advance(TimeSpan.FromSeconds(1));
        await DraftsAsync(1);

        await using var other = await OpenAsync();
        var draft = Assert.Single(other.LeftBehind);
        Assert.True(draft.IsKept);
        other.Apply([other.TakeOver(draft)]);
        Assert.Null(await other.SaveAsync(null, Cancellation));
        Assert.True(File.Exists(draft.Path));

        await one.DisposeAsync();
        Assert.False(draft.IsKept);
    }

    [Theory]
    [InlineData("a\nb\nc", "a\nx\nb\nc", "a\nx\nb\nc")]
    [InlineData("a\r\nb\r\nc", "a\r\nx\r\nb\r\nc", "a\r\nx\r\nb\r\nc")]
    [InlineData("a\r\nb\nc", "a\r\nx\r\nb\r\nc", "a\r\nx\r\nb\nc")]
    [InlineData("a\nb\r\nc", "a\nb\nc", null)]
    [InlineData("a\nb", "", "")]
    [InlineData("", "a", "a")]
    public async Task The_whole_text_of_an_editor_makes_up_for_changes_that_did_not_arrive(
        string text,
        string whole,
        string? after
    )
    {
        await File.WriteAllTextAsync(Lead, text, Cancellation);
        await using var flow = await OpenAsync();
        Assert.Equal(after is not null, flow.Take(whole));
        Assert.Equal(after ?? text, flow.Text);
    }

    [Fact]
    public async Task A_text_that_was_taken_is_no_reason_to_overwrite_what_the_file_became_after_it()
    {
        await using var flow = await OpenAsync();
        await File.WriteAllTextAsync(Lead, "theirs", Cancellation);
        flow.Apply([new TextChange(1, 2, 1, 2, "mine")]);
        Assert.Equal("theirs", await flow.SaveAsync(null, Cancellation));
        await File.WriteAllTextAsync(Lead, "third", Cancellation);
        flow.Apply([flow.WholeTextTo("theirs")]);
        flow.RebaseOn("theirs");
        Assert.False(flow.HasChanges);
        Assert.Equal("third", await flow.SaveAsync(null, Cancellation));
    }

    [Fact]
    public async Task What_was_typed_can_be_saved_although_its_folder_was_removed()
    {
        await using var flow = await OpenAsync();
        flow.Apply([new TextChange(1, 2, 1, 2, "mine")]);
        Directory.Delete(Path.GetDirectoryName(Lead)!, recursive: true);
        Assert.Equal("", await flow.SaveAsync(null, Cancellation));
        Assert.Null(await flow.SaveAsync("", Cancellation));
        Assert.Equal(flow.Text, await File.ReadAllTextAsync(Lead, Cancellation));
    }

    [Fact]
    public async Task A_draft_that_cannot_be_removed_is_no_reason_to_stop()
    {
        await using var flow = await OpenAsync();
        flow.Forget(new FlowDraft("", default, "") { Path = Path.Combine(_folder.FullName, "gone", "draft") });
        Assert.Contains("cannot be removed", flow.DraftProblem);
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
