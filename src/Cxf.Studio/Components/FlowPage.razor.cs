using Cxf.Documents;
using Cxf.Flows.Editing;
using Cxf.Flows.FlowTests;
using Cxf.Studio.Documents;
using Cxf.Studio.Forms;
using Cxf.Studio.Phone;
using Cxf.Studio.Trials;
using Microsoft.AspNetCore.Components;

namespace Cxf.Studio.Components;

/// <summary>
/// A flow that is open. Every edit, wherever it is made, is an edit of the text in the editor, so one undo serves all.
/// </summary>
public sealed partial class FlowPage
{
    private const string StepTab = "Step";
    private const string PhoneTab = "Phone";
    private const string TestsTab = "Tests";
    private const string AwsTab = "On AWS";
    private static readonly string[] Tabs = [StepTab, PhoneTab, TestsTab, AwsTab];
    private static readonly TimeSpan CheckDelay = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _leaving = new();
    private CancellationToken _left;
    private OpenFlow? _flow;
    private FlowView _view = FlowView.Empty;
    private StepForm? _form;
    private JsonEditor? _editor;
    private PicturePane? _pane;
    private ITimer? _checkTimer;
    private string _tab = StepTab;
    private string? _step;
    private string? _revealed;
    private IReadOnlyList<string> _ways = [];
    private string? _theirs;
    private string? _problem;
    private bool _isMissing;
    private bool _isDrawn;

    /// <summary>The tenant's ID.</summary>
    [Parameter]
    public required string Tenant { get; set; }

    /// <summary>The name of the file, without its ending.</summary>
    [Parameter]
    public required string Name { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        // Who leaves the page disposes of the source while the flow is being read.
        _left = _leaving.Token;
        _flow = await Folder.OpenAsync(Tenant, Name, _left);
        if (_left.IsCancellationRequested)
        {
            await (_flow?.DisposeAsync() ?? default);
            return;
        }

        _isMissing = _flow is null;
        if (_flow is not null)
        {
            _flow.DraftChanged += ShowDraft;
            _checkTimer = Time.CreateTimer(
                _ => _ = InvokeAsync(CheckAsync),
                null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan
            );
            // The text is shown, and its editor loaded, before the picture is drawn.
            StateHasChanged();
            await ShowAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        if (_checkTimer is not null)
        {
            await _checkTimer.DisposeAsync();
        }

        if (_flow is not null)
        {
            _flow.DraftChanged -= ShowDraft;
            await _flow.DisposeAsync();
        }

        _leaving.Dispose();
    }

    private void ShowDraft() => _ = InvokeAsync(StateHasChanged);

    private Task TextChangedAsync(IReadOnlyList<TextChange> changes)
    {
        _flow!.Apply(changes);
        // A person who types is not interrupted at every key; an edit by drawing is shown at once.
        _checkTimer!.Change(_isDrawn ? TimeSpan.Zero : CheckDelay, Timeout.InfiniteTimeSpan);
        _isDrawn = false;
        return Task.CompletedTask;
    }

    private Task TextIsAsync(string whole)
    {
        if (_flow!.Take(whole))
        {
            _checkTimer!.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        return Task.CompletedTask;
    }

    private async Task CheckAsync()
    {
        if (!_left.IsCancellationRequested && await _flow!.CheckAsync(_left))
        {
            // Problems are marked first; the picture takes longer.
            StateHasChanged();
            await ShowAsync();
            if (_revealed != _step && _step is not null && _view.Picture is { } picture)
            {
                // A step that a person has just drawn is shown in the text, too.
                var place = picture.PositionOf(_step);
                await _editor!.RevealAsync(place.Line, place.Column, isFocused: false);
            }

            _revealed = _step;
        }
    }

    // Tests may take longer than a person wants to wait for the picture; they follow.
    private async Task ShowAsync()
    {
        var document = _flow!.Document;
        var tests = Task.Run(() => FlowView.Test(document, _left), _left);
        await Task.WhenAny(tests, Task.Delay(CheckDelay, Time, _left));
        if (!tests.IsCompleted)
        {
            await ShowAsync(await Task.Run(() => _view.Then(_flow, null), _left));
        }

        var tested = await Task.Run(async () => _view.Then(_flow, await tests), _left);
        if (document == _flow.Document)
        {
            await ShowAsync(tested);
        }
    }

    private async Task ShowAsync(FlowView view)
    {
        _view = view;
        await SelectAsync(_step);
        StateHasChanged();
    }

    // Flows that it runs have runs of their own, which end before its own.
    private void ShowRun(PhoneCall call) => _view = _view.With(call.Executions[0]);

    private async Task KeepAsync(PhoneCall call)
    {
        var (text, problem) = await TestOfRun.AddAsync(call.Executions[0], _flow!.Document, _left);
        Refuse(text is null ? problem : null);
        if (text is not null)
        {
            _tab = TestsTab;
            await ChangeAsync(TextChange.Between(_flow.Text, text));
        }
    }

    private void ShowTest(FlowTestResult test) => _view = _view.With(test);

    private Task<bool> BeginAsync() => ChangeAsync(_flow!.WholeTextTo(EditableFlow.New(Name)));

    private async Task ChooseAsync(string pointer)
    {
        (_ways, _problem) = ([], null);
        _tab = StepTab;
        await SelectAsync(pointer);
        var place = _view.Picture!.PositionOf(pointer);
        await _editor!.RevealAsync(place.Line, place.Column, isFocused: false);
    }

    private void ChooseWay(string line)
    {
        _ways = _view.Picture!.WaysOf(line);
        _tab = StepTab;
    }

    private Task MovedAsync(int line, int column) => SelectAsync(_view.Picture?.PointerAt(line, column));

    private async Task SelectAsync(string? pointer)
    {
        _step = pointer;
        var flow = EditableFlow.Parse(_flow!.Text);
        var label = pointer is null ? null : JsonPointer.Last(pointer);

        // What is chosen is marked first; the values of its form take longer.
        if (_pane is not null)
        {
            await _pane.SelectAsync(
                pointer is null ? null : _view.Picture?.ElementOf(pointer),
                label is null || flow is null ? "" : flow.Copy([label])
            );
        }

        var view = _view;
        var values = label is null ? null : await Task.Run(() => view.ValuesOf(label, _left), _left);
        if (_step == pointer)
        {
            _form = flow is null
                ? null
                : new StepForm(flow, EditAsync, ChooseWayAsync, Folder.NamesFor(Tenant, _flow.Document), values);
            StateHasChanged();
        }
    }

    private Task ChooseWayAsync(string way)
    {
        _ways = [way];
        StateHasChanged();
        return Task.CompletedTask;
    }

    private async Task<bool> EditAsync(Func<EditableFlow, FlowEdit> edit)
    {
        if (EditableFlow.Parse(_flow!.Text) is not { } flow)
        {
            Refuse("The text is not JSON at the moment. Correct it to go on drawing.");
            return false;
        }

        var edited = edit(flow);
        Refuse(edited.Refusal);
        if (edited.Text != _flow.Text)
        {
            (_step, _ways) = (edited.Pointer, []);
            return await ChangeAsync(TextChange.Between(_flow.Text, edited.Text));
        }

        return edited.Refusal is null;
    }

    private void Refuse(string? why)
    {
        _problem = why;
        StateHasChanged();
    }

    private async Task<bool> ChangeAsync(TextChange change)
    {
        _isDrawn = true;
        var isDone = await _editor!.EditAsync(change, _flow!.Length);
        if (!isDone)
        {
            Refuse("The text was changed at the same moment, so nothing was done. Do it again.");
        }

        return isDone;
    }

    // A line of the picture may stand for several ways; the new step is put into all of them.
    private async Task InsertAsync(string kind)
    {
        await IntoWaysAsync((flow, way) => flow.Insert(way, kind));
        await LeaveWaysAsync();
    }

    // The buttons of the ways go, and the keys with them, unless the picture takes them.
    private Task LeaveWaysAsync()
    {
        _ways = [];
        return _pane!.FocusAsync(null);
    }

    private async Task PasteAsync(string text)
    {
        if (_ways.Count > 0 || ChooseWayOn())
        {
            await IntoWaysAsync((flow, way) => flow.Paste(way, text));
        }
    }

    // What follows the step that is chosen; without one, the start.
    private bool ChooseWayOn()
    {
        _ways = (_step is null ? "/start" : _view.Picture?.UsualWayOf(_step)) is { } way ? [way] : [];
        Refuse(
            _ways.Count > 0
                ? null
                : $"{JsonPointer.Last(_step!)} ends the flow, so nothing can follow it. To insert before it, choose its line."
        );
        return _ways.Count > 0;
    }

    private Task<bool> IntoWaysAsync(Func<EditableFlow, string, FlowEdit> put)
    {
        var ways = _ways;
        return EditAsync(flow =>
        {
            var edited = put(flow, ways[0]);
            return edited.Pointer is { } pointer
                ? Connect(edited, ways.Skip(1), JsonPointer.Last(pointer)) with
                {
                    Pointer = pointer,
                }
                : edited;
        });
    }

    private static FlowEdit Connect(FlowEdit edit, IEnumerable<string> ways, string label) =>
        ways.Aggregate(edit, (done, way) => done.Refusal is null ? EditableFlow.Parse(done.Text)!.Connect(way, label) : done);

    private Task<bool> DropAsync((string From, string Onto) drop)
    {
        var picture = _view.Picture!;
        return picture.WaysOf(drop.From) is { Count: > 0 } ways
            ? EditAsync(flow => Connect(new FlowEdit(flow.Text, null), ways, JsonPointer.Last(drop.Onto)))
            : EditAsync(flow => flow.Move(JsonPointer.Last(drop.From), picture.WaysOf(drop.Onto)[0]));
    }

    private async Task CommandAsync(string command)
    {
        switch (command)
        {
            case "undo" or "redo":
                await _editor!.UndoAsync(command == "redo");
                break;
            case "copy" when _step is { } step:
                await CopyAsync(JsonPointer.Last(step));
                break;
            case "remove" when _step is { } step:
                await RemoveAsync(JsonPointer.Last(step));
                break;
            case "insert" when ChooseWayOn():
                await FocusAsync(".insert button");
                break;
            case "rename":
                await FocusAsync("#step-label");
                break;
            case "edit":
                await FocusAsync(".step .fields :is(input, select, textarea)");
                break;
        }
    }

    private async Task FocusAsync(string selector)
    {
        _tab = StepTab;
        StateHasChanged();
        await _pane!.FocusAsync(selector);
    }

    private async Task CopyAsync(string label)
    {
        if (EditableFlow.Parse(_flow!.Text) is { } flow)
        {
            Clipboard.Text = flow.Copy([label]);
            await _pane!.CopyAsync(Clipboard.Text);
        }
    }

    private async Task RemoveAsync(string label)
    {
        await EditAsync(flow => flow.Remove(label));
        await _pane!.FocusAsync(null);
    }

    private async Task RevealAsync(Diagnostic diagnostic)
    {
        await _editor!.RevealAsync(diagnostic.Line, diagnostic.Column);
        await MovedAsync(diagnostic.Line, diagnostic.Column);
    }

    private async Task SaveAsync(string? over)
    {
        _problem = null;
        try
        {
            _theirs = await _flow!.SaveAsync(over, _left);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problem = $"The file cannot be saved: {exception.Message} What you typed is kept as a draft where that is possible.";
        }

        StateHasChanged();
    }

    private async Task TakeTheirsAsync(string theirs)
    {
        if (await ChangeAsync(_flow!.WholeTextTo(theirs)))
        {
            _flow.RebaseOn(theirs);
            _theirs = null;
        }
    }
}
