using System.Text;
using Cxf.Documents.Identifiers;
using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Answers;
using Cxf.Functions.Observability;
using Cxf.Testing;

namespace Cxf.Functions.Tests.Answers;

public sealed class AnswerLogTests
{
    // An operator begins with the contact ID.
    [Theory]
    [InlineData("5ca32fbd-8f92-46af-92a5-6b0f970f0efe", "5ca32fbd-8f92-46af-92a5-6b0f970f0efe", true)]
    [InlineData("", "NONE", false)]
    [InlineData("+12025550100", "NONE", false)]
    public void A_request_that_cannot_be_read_is_logged_with_its_contact_unless_that_is_no_contact_ID(
        string said,
        string logged,
        bool isCounted
    )
    {
        var logger = new RecordingLogger();
        using var metrics = new MemoryStream();
        var log = new AnswerLog(logger, new Metrics(StageName.Parse("dev"), metrics, TimeProvider.System));

        log.Refused("ExecuteFlow", said, FlowAnswer.Rejected(FlowErrorCodes.InvalidRequest, "Wrong."), TimeSpan.Zero);

        Assert.Equal(
            $"Contact {logged}: a request that cannot be read was answered REJECTED InvalidRequest",
            Assert.Single(logger.Entries).Message
        );
        var line = Encoding.UTF8.GetString(metrics.ToArray());
        Assert.Contains("\"ErrorCode\":\"InvalidRequest\"", line);
        Assert.Equal(isCounted, line.Contains($"\"contactId\":\"{logged}\""));
        Assert.DoesNotContain("2025550100", line);
    }
}
