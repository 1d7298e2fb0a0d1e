using System.Text.Json;
using Cxf.ApiCalls.Logging;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Sending;
using Cxf.Documents.Identifiers;
using Cxf.Functions.CallApi;
using Cxf.Functions.Errors;
using Cxf.Functions.Observability;
using Cxf.Testing;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Tests.CallApi;

/// <summary>One line for a call, at the level of who must act, with the contact and the connection.</summary>
public sealed class CallLogTests
{
    private const string Contact = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";
    private const string Step = $"{Contact}-640dcaa1b6f2feebed7d396bff00217d/rest_api_1";

    private static readonly ApiCallRequest Request = new()
    {
        Tenant = TenantId.Parse("acme"),
        Connection = ConnectionId.Parse("crm"),
        Method = "GET",
        Path = "/leads",
        IdempotencyKey = Step,
    };

    private readonly RecordingLogger _logged = new();
    private readonly MemoryStream _metrics = new();
    private readonly CallLog _log;

    public CallLogTests() => _log = new CallLog(_logged, new Metrics(StageName.Parse("dev"), _metrics, TimeProvider.System));

    [Theory]
    [InlineData("answer", 2000, LogLevel.Information, "SUCCEEDED")]
    [InlineData("third party", 2013, LogLevel.Warning, "ApiUnavailable")]
    [InlineData("mistake", 2002, LogLevel.Error, "Internal")]
    public void The_level_says_who_must_act(string ended, int id, LogLevel level, string outcome)
    {
        End(ended);
        var line = Assert.Single(_logged.Entries);
        Assert.Equal((id, level), (line.Id, line.Level));
        Assert.Equal(
            (Contact, Step, outcome, "acme", "crm", 12.0),
            (
                line.Values["contactId"],
                line.Values["step"],
                line.Values["outcome"],
                line.Values["tenant"],
                line.Values["connectionId"],
                line.Values["durationMs"]
            )
        );
        Assert.DoesNotContain("personal", line.Message);
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("third party")]
    [InlineData("mistake")]
    public void The_metrics_name_the_connection_but_have_no_dimension_of_it(string ended)
    {
        End(ended);
        var line = JsonElement.Parse(_metrics.ToArray());
        Assert.Equal("crm", line.GetProperty("Connection").GetString());
        Assert.Equal(Contact, line.GetProperty("contactId").GetString());
        Assert.DoesNotContain("Connection", line.GetProperty("_aws").GetRawText());
    }

    [Theory]
    [InlineData("warm-1")]
    [InlineData("")]
    [InlineData(null)]
    public void A_call_without_a_run_has_no_contact(string? key)
    {
        _log.Answered(Request with { IdempotencyKey = key }, TimeSpan.Zero);
        Assert.Equal("", Assert.Single(_logged.Entries).Values["contactId"]);
    }

    [Fact]
    public void A_request_over_the_wire_is_one_line_whose_values_are_members()
    {
        new AttemptLog(_logged).Write(
            new AttemptRecord
            {
                Kind = AttemptKind.Call,
                Tenant = Request.Tenant,
                Connection = Request.Connection,
                Step = Step,
                Attempt = 2,
                Method = "POST",
                PathTemplate = "/leads",
                Status = 503,
                Failure = FailureReason.ServerError,
                FirstByte = TimeSpan.FromMilliseconds(12.34),
                Total = TimeSpan.FromMilliseconds(15),
                RequestBytes = 7,
                RequestId = "req-7",
            }
        );

        var (id, level, message, values, _) = Assert.Single(_logged.Entries);
        Assert.Equal((2001, LogLevel.Information), (id, level));
        Assert.DoesNotContain('"', message);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["contactId"] = Contact,
                ["attempt"] = 2,
                ["step"] = Step,
                ["tenant"] = "acme",
                ["connectionId"] = "crm",
                ["method"] = "POST",
                ["path"] = "/leads",
                ["purpose"] = "call",
                ["status"] = 503,
                ["errorCode"] = "ApiUnavailable",
                ["reason"] = "ServerError",
                ["totalMs"] = 15.0,
                ["resolveMs"] = null,
                ["connectMs"] = null,
                ["tlsMs"] = null,
                ["firstByteMs"] = 12.3,
                ["requestBytes"] = 7,
                ["answerBytes"] = null,
                ["thirdPartyRequestId"] = "req-7",
            },
            values.Where(value => value.Key != "{OriginalFormat}").ToDictionary()
        );
    }

    private void End(string how)
    {
        var took = TimeSpan.FromMilliseconds(12);
        switch (how)
        {
            case "answer":
                _log.Answered(Request, took);
                break;
            case "third party":
                _log.Failed(Request, new ApiUnavailable("The API did not answer."), took);
                break;
            default:
                _log.Broke(Request, new InvalidOperationException("personal"), took);
                break;
        }
    }
}
