using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.ContactFlows.Tests;

public class Press5Tests
{
    private const string Succeeded =
        """{"status": "SUCCEEDED", "runId": "run-1", "errorCode": "NONE", "message": "Your lead is L-1001."}""";

    [Fact]
    public void The_sample_is_valid_without_a_single_warning()
    {
        var reading = ContactFlowTemplate.Read(Press5.Text, Press5.Values);

        Assert.Empty(reading.Diagnostics);
        Assert.NotNull(reading.Flow);
    }

    [Fact]
    public void The_sample_has_no_placeholder_but_those_that_the_template_fills() =>
        Assert.Equal(6, Press5.Text.Split("${").Length - 1);

    [Fact]
    public async Task Pressing_5_speaks_the_answer_of_the_function()
    {
        var call = await Press5.CallAsync("5", Calls.Answers(Succeeded));

        Assert.Equal(
            [
                "Hello. Welcome to our offer line.",
                "If you would like us to contact you about our offer, press 5.",
                "Thank you. Please wait a moment.",
                "Your lead is L-1001.",
                "Thank you for calling. Goodbye.",
            ],
            call.Heard
        );
        Assert.Equal(CallEndKind.Disconnected, call.End.Kind);
        Assert.Null(call.Problem);
        Assert.True(call.IsExpected);
    }

    [Fact]
    public async Task The_function_gets_the_event_that_connect_sends()
    {
        JsonElement sent = default;
        await Press5.CallAsync(
            "5",
            (arn, json, limit, _) =>
            {
                Assert.Equal(Press5.FunctionArn, arn);
                Assert.Equal(TimeSpan.FromSeconds(8), limit);
                sent = JsonElement.Parse(json.Span);
                return new(Calls.Answer(Succeeded));
            }
        );

        Assert.Equal("ContactFlowEvent", sent.GetProperty("Name").GetString());
        var contact = sent.GetProperty("Details").GetProperty("ContactData");
        Assert.Equal(Calls.Contact.ContactId, contact.GetProperty("ContactId").GetString());
        Assert.Equal(Calls.Contact.InstanceArn, contact.GetProperty("InstanceARN").GetString());
        Assert.Equal("eu-central-1", contact.GetProperty("AwsRegion").GetString());
        Assert.Equal("VOICE", contact.GetProperty("Channel").GetString());
        Assert.Equal(JsonValueKind.Null, contact.GetProperty("Queue").ValueKind);
        Assert.Equal("TELEPHONE_NUMBER", contact.GetProperty("CustomerEndpoint").GetProperty("Type").GetString());
        Assert.Equal(
            """
            {"tenantId":"acme","flowId":"create-lead","recordType":"lead","userInput":"5","requestKey":"press-5",
             "callerLimitSeconds":"8"}
            """.Replace("\n ", ""),
            sent.GetProperty("Details").GetProperty("Parameters").GetRawText()
        );
    }

    [Fact]
    public async Task A_menu_that_nobody_answers_counts_its_time_without_waiting()
    {
        var call = await Press5.CallAsync(null, Calls.Answers(Succeeded));

        Assert.Equal(TimeSpan.FromSeconds(5), call.Duration);
    }

    [Theory]
    [InlineData("FAILED", "We are sorry. no")]
    [InlineData("REJECTED", "We are sorry, that did not work. Please call again later.")]
    [InlineData("SOMETHING", "We are sorry, that did not work. Please call again later.")]
    public async Task A_status_that_is_no_success_ends_on_an_error_branch(string status, string sentence)
    {
        var call = await Press5.CallAsync("5", Calls.Answers($$"""{"status": "{{status}}", "runId": "NONE", "message": "no"}"""));

        Assert.Equal(sentence, call.Heard.SkipLast(1).Last());
        Assert.Equal($"Check the status: the function's status is {status}", call.Problem);
    }

    [Theory]
    [InlineData("null", "is null")]
    [InlineData("[]", "is array")]
    [InlineData("{\"status\": 1}", "\"status\" is not a string")]
    [InlineData("{\"status\": null}", "\"status\" is not a string")]
    [InlineData("not json", "not JSON")]
    [InlineData("", "not JSON")]
    [InlineData("{\"status\": \"\\ud800\"}", "not valid Unicode")]
    public async Task An_answer_that_connect_cannot_take_ends_on_an_error_branch(string answer, string reason)
    {
        var tries = 0;
        var call = await Press5.CallAsync(
            "5",
            (_, _, _, _) =>
            {
                tries++;
                return new(Calls.Answer(answer));
            }
        );

        Assert.Contains(reason, call.Problem);
        Assert.Equal(1, tries);
        Assert.Equal("We are sorry, that did not work. Please call again later.", call.Heard.SkipLast(1).Last());
    }

    [Fact]
    public async Task An_answer_of_more_than_32_kilobytes_ends_on_an_error_branch()
    {
        var call = await Press5.CallAsync("5", Calls.Answers($$"""{"status": "{{new string('x', 32 * 1024)}}"}"""));

        Assert.Contains("bytes; Amazon Connect accepts 32768", call.Problem);
    }

    [Fact]
    public async Task A_failing_function_is_called_three_times_in_all()
    {
        var tries = 0;
        var call = await Press5.CallAsync(
            "5",
            (_, _, _, _) =>
            {
                tries++;
                return new(new FunctionAnswer("{}"u8.ToArray(), "NullReferenceException"));
            }
        );

        Assert.Equal(3, tries);
        Assert.Equal("Execute the flow: NullReferenceException", call.Problem);
        Assert.Equal(3, call.Events.OfType<CallEvent.Invoked>().Single().Outcome.Tries);
    }

    [Fact]
    public async Task A_try_that_succeeds_after_a_failing_one_is_heard()
    {
        var tries = 0;
        var call = await Press5.CallAsync(
            "5",
            (_, _, _, _) => tries++ == 0 ? throw new HttpRequestException("refused") : new(Calls.Answer(Succeeded))
        );

        Assert.Equal("Your lead is L-1001.", call.Heard.SkipLast(1).Last());
        Assert.True(call.IsExpected);
    }

    [Fact]
    public async Task All_tries_share_the_one_time_limit()
    {
        var time = new FakeTimeProvider();
        var limits = new List<TimeSpan>();
        var call = await Press5.CallAsync(
            "5",
            (_, _, limit, _) =>
            {
                limits.Add(limit);
                time.Advance(TimeSpan.FromSeconds(5));
                return new(new FunctionAnswer(default, "Error"));
            },
            time
        );

        Assert.Equal([TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(3)], limits);
        Assert.Equal("Execute the flow: no answer within 8 s", call.Problem);
    }

    [Fact]
    public async Task An_answer_after_eight_seconds_is_not_heard_and_the_function_is_left_running()
    {
        var time = new FakeTimeProvider();
        var answer = new TaskCompletionSource<FunctionAnswer>();
        var walk = Press5.CallAsync("5", (_, _, _, _) => new(answer.Task), time);
        Assert.False(walk.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(8));
        var call = await walk;

        Assert.Equal("Execute the flow: no answer within 8 s", call.Problem);
        Assert.Equal(TimeSpan.FromSeconds(8), call.Duration);
        var late = Assert.Single(call.Unfinished);
        answer.SetResult(Calls.Answer(Succeeded));
        await late;
    }

    [Fact]
    public async Task The_observer_sees_every_event_as_it_happens()
    {
        var seen = new List<CallEvent>();
        var options = Calls.With(Calls.Answers(Succeeded), null, "5") with { Observer = seen.Add };

        var call = await ContactFlowSimulator.CallAsync(Press5.Flow(), options, TestContext.Current.CancellationToken);

        Assert.Equal(call.Events, seen);
        Assert.IsType<CallEvent.Ended>(seen[^1]);
    }

    [Fact]
    public async Task A_cancelled_call_stops()
    {
        using var cancel = new CancellationTokenSource();
        var walk = ContactFlowSimulator.CallAsync(
            Press5.Flow(),
            Calls.With((_, _, _, _) => new(new TaskCompletionSource<FunctionAnswer>().Task), null, "5"),
            cancel.Token
        );

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => walk);
    }

    [Fact]
    public void A_placeholder_without_a_value_is_named_with_its_line()
    {
        var values = Press5.Values.Where(value => value.Key != "ExecuteFlowArn").ToDictionary();
        var reading = ContactFlowTemplate.Read(Press5.Text, values);

        var problem = Assert.Single(reading.Diagnostics);
        Assert.Null(reading.Flow);
        Assert.Equal(ContactFlowCodes.Placeholder, problem.Code);
        Assert.Contains("${ExecuteFlowArn}", problem.Message);
        Assert.Equal(Array.FindIndex(Press5.Text.Split('\n'), line => line.Contains("${ExecuteFlowArn}")) + 1, problem.Line);
    }

    [Fact]
    public void A_literal_placeholder_stays_as_cloudformation_leaves_it()
    {
        var text = Flows.Of(Flows.Say("Hello", "Costs ${!Price}"));

        var flow = ContactFlowTemplate.Read(text, Press5.Values).Flow!;

        Assert.Equal("Costs ${Price}", flow.Find("Hello")!.Text("Text"));
    }
}
