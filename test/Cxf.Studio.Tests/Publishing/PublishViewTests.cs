using Cxf.Documents;
using Cxf.Functions.Stores;
using Cxf.Local.Examination;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Publishing;
using Cxf.Studio.Publishing;

namespace Cxf.Studio.Tests.Publishing;

/// <summary>What is red is not published, and the reason is said.</summary>
public sealed class PublishViewTests : IDisposable
{
    private readonly DirectoryInfo _folder = SampleFolder.Copy();

    private string Lead => Path.Combine(_folder.FullName, "tenants", "acme", "flows", "create_lead.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flow_without_problems_is_not_red()
    {
        var view = await ViewAsync(text => text);
        Assert.Empty(view.Red);
        Assert.Null(view.Differences);
        Assert.False(view.IsLive);
        Assert.NotNull(view.Picture);
        Assert.Equal(["crm"], PublishView.UsedConnections(view.Document));
    }

    [Theory]
    [InlineData("\"POST\"", "\"PUST\"", "The flow has 1 error.")]
    [InlineData("{% 'Thank you. ", "{% '", "1 of 5 tests fails.")]
    public async Task Errors_and_failing_tests_are_red(string text, string replacement, string reason) =>
        Assert.Contains(reason, (await ViewAsync(document => document.Replace(text, replacement))).Red);

    [Fact]
    public async Task A_text_that_is_no_JSON_is_red_and_has_no_picture()
    {
        var view = await ViewAsync(text => text[1..]);
        Assert.NotEmpty(view.Red);
        Assert.Null(view.Picture);
    }

    [Fact]
    public async Task What_the_deployment_lacks_is_red_and_what_can_fail_is_not()
    {
        var state = new PublishedState(false, null, null, null, []);
        var view = await ViewAsync(
            text => text,
            state,
            [
                new Finding(DiagnosticSeverity.Error, "acme/connections/crm", "The secret is missing.", "Set it."),
                new Finding(DiagnosticSeverity.Warning, "acme/connections/crm", "The circuit breaker is open.", "Wait."),
            ]
        );
        Assert.Equal(2, view.Red.Count);
        Assert.StartsWith("The deployment has no tenant acme.", view.Red[0]);
        Assert.Equal("acme/connections/crm: The secret is missing.", view.Red[1]);
    }

    [Fact]
    public async Task A_draft_of_somebody_else_is_noticed_unless_its_author_has_published_it()
    {
        var text = await File.ReadAllTextAsync(Lead, Cancellation);
        Assert.True((await ViewAsync(_ => text, With("{}", isInProgress: true))).ReplacesDraft);
        Assert.False((await ViewAsync(_ => text, With("{}", isInProgress: false))).ReplacesDraft);
        Assert.False((await ViewAsync(_ => text, With(text, isInProgress: true))).ReplacesDraft);
        Assert.False((await ViewAsync(_ => text)).ReplacesDraft);

        static PublishedState With(string draft, bool isInProgress) =>
            new(true, null, "[]", new FlowDraft(Cxf.Flows.Model.FlowId.Parse("create_lead"), draft, 1), [])
            {
                IsInProgress = isInProgress,
            };
    }

    [Fact]
    public async Task Of_a_flow_that_is_live_the_difference_is_told_and_drawn()
    {
        var text = await File.ReadAllTextAsync(Lead, Cancellation);
        var state = new PublishedState(true, null, text.Replace("respond_1", "first_answer"), null, []);
        var view = await ViewAsync(_ => text, state);
        Assert.False(view.IsLive);
        Assert.True((await ViewAsync(_ => text, state with { LiveDocument = text })).IsLive);
        Assert.Equal("The step first_answer is renamed to respond_1.", Assert.Single(view.Differences!).Text);
        Assert.Contains("Steps: 1 renamed.", view.Picture!.Notes);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<PublishView> ViewAsync(
        Func<string, string> change,
        PublishedState? state = null,
        IReadOnlyList<Finding>? findings = null
    )
    {
        await File.WriteAllTextAsync(Lead, change(await File.ReadAllTextAsync(Lead, Cancellation)), Cancellation);
        var document = await FlowDocument.ReadAsync(FlowFile.Find(new FileInfo(Lead)).Single(), Cancellation);
        return new PublishView(document, state ?? new PublishedState(true, null, null, null, []))
        {
            Tests = document.Reading.Flow is { } flow ? document.Test(flow, Cancellation) : null,
            Findings = findings ?? [],
        };
    }
}
