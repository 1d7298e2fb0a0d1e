using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Cxf.Documents;
using Cxf.Local.FlowDocuments;

namespace Cxf.Studio.Documents;

/// <summary>
/// A flow that a page has open. Its text is the only state: what a page shows is read from it, and every edit changes it. What is
/// not saved is kept as a draft within a second. A file that somebody else has changed is never overwritten unasked.
/// </summary>
public sealed class OpenFlow : IAsyncDisposable
{
    private static readonly TimeSpan DraftDelay = TimeSpan.FromMilliseconds(300);

    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _files = new(1, 1);
    private readonly ITimer _draftTimer;
    private readonly string _draftPath;
    private readonly bool _hasByteOrderMark;
    private readonly ConcurrentQueue<string> _superseded = new();
    private FlowDraft? _takenOver;
    private string _saved;
    private string _basedOn;
    private string _theirs = "";
    private bool _isDraftDue;
    private bool _isClosed;

    private OpenFlow(FlowFile file, DocumentFile read, string text, FlowDocument document, TimeProvider time)
    {
        (File, Text, _saved, Document, _time) = (file, text, text, document, time);
        _basedOn = Fingerprint(read.Bytes);
        _hasByteOrderMark = JsonUnicode.WithoutByteOrderMark(read.Bytes).Length < read.Bytes.Length;
        _draftPath = FlowDraft.NewPath(file.Path);
        _draftTimer = time.CreateTimer(_ => _ = KeepDraftAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (document.Reading.Flow is not null)
        {
            Drawn = document;
        }
    }

    /// <summary>The text as it is on the screen.</summary>
    public string Text { get; private set; }

    /// <summary>How long the text is, with one character for each line end, as an editor counts.</summary>
    internal int Length => WithOneLineEnd(Text).Length;

    /// <summary>Whether the text differs from the one that was read or saved last.</summary>
    public bool HasChanges => Text != _saved;

    /// <summary>When the draft was written; null while nothing is unsaved.</summary>
    public DateTimeOffset? DraftWritten { get; private set; }

    /// <summary>Why the last draft could not be written; null if it could.</summary>
    public string? DraftProblem { get; private set; }

    /// <summary>How many problems of a severity the text that was checked last has.</summary>
    internal int Count(DiagnosticSeverity severity) =>
        Document.Reading.Diagnostics.Count(diagnostic => diagnostic.Severity == severity);

    /// <summary>Where the text is kept, in words.</summary>
    internal string SavingState =>
        DraftProblem
        ?? (
            !HasChanges ? "Saved"
            : DraftWritten is { } written ? $"Draft kept at {written.ToLocalTime():HH:mm:ss}"
            : "Changed"
        );

    /// <summary>Happens after the draft was written, on any thread.</summary>
    internal event Action? DraftChanged;

    /// <summary>Where it is.</summary>
    internal FlowFile File { get; }

    /// <summary>What came of reading the text that was checked last.</summary>
    internal FlowDocument Document { get; private set; }

    /// <summary>The last text without errors, which stays in sight while the text has some; null if there was none.</summary>
    internal FlowDocument? Drawn { get; private set; }

    /// <summary>Drafts that other pages left behind, newest first.</summary>
    internal IReadOnlyList<FlowDraft> LeftBehind { get; private set; } = [];

    /// <summary>Why the file cannot be edited; null if it can.</summary>
    internal string? Unreadable { get; private init; }

    /// <summary>Opens a file.</summary>
    internal static async Task<OpenFlow> ReadAsync(FlowFile file, TimeProvider time, CancellationToken cancellationToken)
    {
        var read = await DocumentFile.ReadAsync(file.Path, cancellationToken);
        var document = await FlowDocument.ReadAsync(file, read, cancellationToken);
        return new OpenFlow(file, read, document.Text, document, time)
        {
            LeftBehind = await FlowDraft.FindAsync(file.Path, cancellationToken),
            Unreadable =
                read.Problem is { } problem ? $"{problem.Message} {problem.Fix}"
                : Utf8.IsValid(read.Bytes) ? null
                : "The file is not UTF-8, so saving it would change it. Convert it to UTF-8 in the program that wrote it.",
        };
    }

    /// <summary>Takes an editor's changes.</summary>
    /// <exception cref="ArgumentException">A change is not of this text.</exception>
    public void Apply(IEnumerable<TextChange> changes)
    {
        Text = TextChange.ApplyAll(Text, changes);
        if (_takenOver is { } draft && WithOneLineEnd(Text) == WithOneLineEnd(draft.Text))
        {
            _takenOver = null;
            if (!draft.IsKept)
            {
                _superseded.Enqueue(draft.Path);
            }
        }

        // Who types without a pause must not put the draft off: it is written some time after the first change that it lacks.
        if (!Interlocked.Exchange(ref _isDraftDue, true))
        {
            _draftTimer.Change(DraftDelay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>
    /// Takes the whole text of an editor some of whose changes did not arrive. An editor knows one kind of line end for a whole
    /// text, so line ends that differ are no change.
    /// </summary>
    /// <returns>Whether the text is another one now.</returns>
    internal bool Take(string whole)
    {
        var change = TextChange.Between(WithOneLineEnd(Text), WithOneLineEnd(whole));
        if (
            change is { Text: "", StartLine: var line, StartColumn: var column }
            && (line, column) == (change.EndLine, change.EndColumn)
        )
        {
            return false;
        }

        Apply([change with { Text = whole.Contains("\r\n") ? change.Text.Replace("\n", "\r\n") : change.Text }]);
        return true;
    }

    /// <summary>Reads and checks the text on the screen. A result that a newer text has overtaken is dropped.</summary>
    /// <returns>Whether it is of the text that is on the screen now.</returns>
    public async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        var text = Text;
        var document = await Task.Run(
            () => FlowDocument.ReadAsync(File, new DocumentFile(Bytes(text), null), cancellationToken),
            cancellationToken
        );
        if (text != Text)
        {
            return false;
        }

        Document = document;
        if (document.Reading.Flow is not null)
        {
            Drawn = document;
        }

        return true;
    }

    /// <summary>
    /// Saves the text. If somebody else has changed the file since it was read, nothing is written and their text is the result;
    /// saving again with that text as <paramref name="over"/> replaces it.
    /// </summary>
    /// <param name="over">The text of somebody else that may be replaced; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The file's text that was not expected; null if the text was saved.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public async Task<string?> SaveAsync(string? over, CancellationToken cancellationToken)
    {
        await _files.WaitAsync(cancellationToken);
        try
        {
            var there = System.IO.File.Exists(File.Path)
                ? await System.IO.File.ReadAllBytesAsync(File.Path, cancellationToken)
                : [];
            var theirs = Encoding.UTF8.GetString(JsonUnicode.WithoutByteOrderMark(there).Span);
            if (Fingerprint(there) != _basedOn && theirs != over)
            {
                _theirs = Fingerprint(there);
                return theirs;
            }

            var text = Text;
            var bytes = Bytes(text);

            // Somebody may have removed its folder, too.
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(File.Path))!);

            // In place, so that the file keeps its permissions and links; should the machine stop here, the draft has the text.
            await System.IO.File.WriteAllBytesAsync(File.Path, bytes, cancellationToken);
            (_saved, _basedOn) = (text, Fingerprint(bytes));
            DeleteDraft();
            return null;
        }
        finally
        {
            _files.Release();
        }
    }

    /// <summary>
    /// Takes over a draft that was left behind: its text, and what it was based on. The change that does it is the result, so
    /// that the editor makes it and can undo it.
    /// </summary>
    internal TextChange TakeOver(FlowDraft draft)
    {
        _basedOn = draft.BasedOn;
        // Its file goes when this page has its text and has kept it, not before: the machine may stop in between.
        _takenOver = draft;
        Leave(draft);
        return WholeTextTo(draft.Text);
    }

    /// <summary>Offers a draft no longer.</summary>
    internal void Leave(FlowDraft draft) => LeftBehind = [.. LeftBehind.Where(other => other.Path != draft.Path)];

    /// <summary>Removes a draft that is not wanted.</summary>
    internal void Forget(FlowDraft draft)
    {
        Leave(draft);
        try
        {
            System.IO.File.Delete(draft.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DraftProblem = $"The draft cannot be removed: {exception.Message}";
        }
    }

    /// <summary>The change that makes another text of this one.</summary>
    internal TextChange WholeTextTo(string text) => TextChange.OfAll(Text, text);

    /// <summary>
    /// Makes somebody else's text, which was shown and taken, the base of the text. What the file has become since is not.
    /// </summary>
    internal void RebaseOn(string theirs) => (_saved, _basedOn) = (theirs, _theirs);

    /// <summary>Closes it. What is not saved stays as a draft.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        await _draftTimer.DisposeAsync();
        await KeepDraftAsync();
        FlowDraft.Leave(_draftPath);
        _files.Dispose();
    }

    private async Task KeepDraftAsync()
    {
        await _files.WaitAsync();
        try
        {
            Volatile.Write(ref _isDraftDue, false);
            if (HasChanges)
            {
                var written = _time.GetUtcNow();
                await new FlowDraft(_basedOn, written, Text) { Path = _draftPath }.WriteAsync(CancellationToken.None);
                (DraftWritten, DraftProblem) = (written, null);
                DeleteSuperseded();
            }
            else
            {
                DeleteDraft();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DraftProblem = $"The draft cannot be kept: {exception.Message}";
        }
        finally
        {
            _files.Release();
        }

        DraftChanged?.Invoke();
    }

    private void DeleteDraft()
    {
        System.IO.File.Delete(_draftPath);
        DeleteSuperseded();
        (DraftWritten, DraftProblem) = (null, null);
    }

    private void DeleteSuperseded()
    {
        while (_superseded.TryDequeue(out var path))
        {
            System.IO.File.Delete(path);
        }
    }

    private static string WithOneLineEnd(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n');

    private byte[] Bytes(string text) => [.. _hasByteOrderMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];

    private static string Fingerprint(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
