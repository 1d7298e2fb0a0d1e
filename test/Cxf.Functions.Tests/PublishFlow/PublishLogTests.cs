using System.Text;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Observability;
using Cxf.Functions.PublishFlow;
using Cxf.Testing;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>Every publish is counted, by how it ended.</summary>
public sealed class PublishLogTests
{
    private static readonly PublishRequest Request = new(PublishAction.Publish, TenantId.Parse("acme"), FlowId.Parse("a"));

    private readonly MemoryStream _metrics = new();
    private readonly RecordingLogger _logged = new();
    private readonly PublishLog _log;

    public PublishLogTests() =>
        _log = new PublishLog(_logged, new Metrics(StageName.Parse("dev"), _metrics, TimeProvider.System));

    [Fact]
    public void A_refused_request_is_counted_without_the_names_that_it_made_up()
    {
        _log.Answered(null, PublishAnswer.Rejected("no request"), TimeSpan.Zero);
        _log.Answered(Request with { Tenant = TenantId.Parse("made-up") }, PublishAnswer.Rejected("no draft"), TimeSpan.Zero);
        Assert.Equal(2, Lines().Count);
        Assert.All(
            Lines(),
            line =>
            {
                Assert.Equal("PublishFlow", line.GetProperty("Function").GetString());
                Assert.Equal("REJECTED", line.GetProperty("Outcome").GetString());
                Assert.DoesNotContain("made-up", line.GetRawText());
            }
        );
    }

    [Fact]
    public void A_rejected_publish_says_why()
    {
        var diagnostics = Enumerable
            .Range(1, 7)
            .Select(line => new Diagnostic("CXF2201", DiagnosticSeverity.Error, "/steps/a", line, 3, "personal", "fix"))
            .Prepend(new Diagnostic("CXF2114", DiagnosticSeverity.Warning, "/steps/b", 1, 1, "personal", "fix"))
            .ToList();
        _log.Answered(Request, PublishAnswer.Rejected("no draft"), TimeSpan.Zero);
        _log.Answered(Request, PublishAnswer.Rejected("wrong") with { Diagnostics = diagnostics }, TimeSpan.Zero);
        Assert.All(_logged.Entries, line => Assert.Equal((3007, LogLevel.Warning), (line.Id, line.Level)));
        Assert.Equal(
            [
                "Publish of acme/a ended REJECTED: no draft",
                "Publish of acme/a ended REJECTED: CXF2201 at 1:3, CXF2201 at 2:3, CXF2201 at 3:3, CXF2201 at 4:3, "
                    + "CXF2201 at 5:3 and 2 more",
            ],
            _logged.Entries.Select(line => line.Message)
        );
    }

    [Fact]
    public void A_publish_that_ends_without_an_answer_is_counted_as_failed()
    {
        _log.Ended(new InvalidOperationException(), TimeSpan.FromMilliseconds(3));
        var line = Assert.Single(Lines());
        Assert.Equal("FAILED", line.GetProperty("Outcome").GetString());
        Assert.Equal("Internal", line.GetProperty("ErrorCode").GetString());
    }

    [Fact]
    public void A_faster_publisher_is_not_a_failure()
    {
        _log.Ended(new Amazon.StepFunctions.Model.ConflictException("x"), TimeSpan.FromMilliseconds(3));
        var line = Assert.Single(Lines());
        Assert.Equal(("CONFLICT", 0), (line.GetProperty("Outcome").GetString(), line.GetProperty("Failures").GetInt32()));
    }

    [Fact]
    public void A_flow_that_is_live_is_counted_by_its_name()
    {
        _log.Answered(Request, new PublishAnswer("PUBLISHED", "", 3, "arn", []), TimeSpan.FromMilliseconds(2));
        var line = Assert.Single(Lines());
        Assert.Equal(
            ("acme", "a", 2),
            (
                line.GetProperty("Tenant").GetString(),
                line.GetProperty("Flow").GetString(),
                line.GetProperty("Duration").GetInt32()
            )
        );
    }

    private List<JsonElement> Lines() =>
        [
            .. Encoding
                .UTF8.GetString(_metrics.ToArray())
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonElement.Parse(line)),
        ];
}
