using Cxf.Flows.FlowTests;
using Cxf.Functions.PublishFlow;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Studio.Forms;

namespace Cxf.Studio.Documents;

/// <summary>What is shown of a text besides the text: its picture, its duration and cost, the results of its tests.</summary>
internal sealed record FlowView
{
    private FlowDocument? _document;
    private FlowPicture? _withoutPath;

    /// <summary>Before anything was read.</summary>
    public static FlowView Empty { get; } = new();

    /// <summary>The picture; null if there never was a text that could be drawn.</summary>
    public FlowPicture? Picture { get; private init; }

    /// <summary>Whose path the picture shows; null if it shows none.</summary>
    public string? PathOf { get; private init; }

    /// <summary>Whether the picture is of an older text, because the one on the screen is not JSON.</summary>
    public bool IsStale { get; private init; }

    /// <summary>Duration and cost of the last text without errors; null if there was none.</summary>
    public FlowCost? Cost { get; private init; }

    /// <summary>The results of the tests; null for a text with errors.</summary>
    public FlowTestReport? Tests => IsStale ? null : Picture?.Tests;

    /// <summary>Runs the tests of a text; null for one with errors.</summary>
    public static FlowTestReport? Test(FlowDocument document, CancellationToken cancellationToken) =>
        document.Reading.Flow is { } flow ? document.Test(flow, cancellationToken) : null;

    /// <summary>What is shown after the text was checked. While it is not JSON, the last picture stays.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="tests">The results of its tests; null while they are not known.</param>
    public FlowView Then(OpenFlow flow, FlowTestReport? tests)
    {
        var picture = FlowPicture.Of(flow.Document, tests);
        return new FlowView
        {
            _document = flow.Document,
            Picture = picture ?? Picture,
            IsStale = picture is null && Picture is not null,
            Cost = flow.Drawn is { Reading.Flow: { } read } drawn ? drawn.CostOf(read) : null,
        };
    }

    /// <summary>The same with the path of a call's run.</summary>
    public FlowView With(ExecutionReport run) => WithPath(Picture?.With(run), "the call");

    /// <summary>The same with the path of a test.</summary>
    public FlowView With(FlowTestResult test) => WithPath(Picture?.With(test), $"the test \"{test.Test.Name}\"");

    /// <summary>The same without a path.</summary>
    public FlowView WithoutPath() => this with { Picture = _withoutPath ?? Picture, _withoutPath = null, PathOf = null };

    private FlowView WithPath(FlowPicture? picture, string of) =>
        this with
        {
            Picture = picture,
            _withoutPath = _withoutPath ?? Picture,
            PathOf = picture is null ? null : of,
        };

    /// <summary>What the expressions of a step are with the data of a test; null without one that reaches it.</summary>
    public ExpressionValues? ValuesOf(string label, CancellationToken cancellationToken) =>
        _document is { } document ? ExpressionValues.Of(document, label, cancellationToken) : null;
}
