using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Paging;
using Cxf.ApiCalls.Tests.Platform;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.ApiCalls.Tests.Selecting;

public sealed class Select
{
    [Theory]
    [InlineData("records[0].Id", "\"00Q1\"")]
    [InlineData("{'first': records[0].Name, 'count': $count(records)}", """{"first":"A","count":2}""")]
    [InlineData("records[Name='B'].{'id': Id}", """{"id":"00Q2"}""")]
    [InlineData("nothing.here", "null")]
    [InlineData("$status", "200")]
    [InlineData("$headers.'content-type'", "\"application/json\"")]
    [InlineData("$", """{"records":[{"Id":"00Q1","Name":"A"},{"Id":"00Q2","Name":"B"}]}""")]
    public async Task An_expression_keeps_what_is_needed(string expression, string expected)
    {
        var outcome = await CallAsync("""{"records":[{"Id":"00Q1","Name":"A"},{"Id":"00Q2","Name":"B"}]}""", expression);

        Assert.Equal(expected, outcome.Answer?.Body.GetRawText());
    }

    [Theory]
    [InlineData("records[")]
    [InlineData("$notAFunction()")]
    [InlineData("$error('secret detail')")]
    [InlineData("function($x) { $x }")]
    public async Task An_expression_that_fails_is_a_misconfiguration_with_a_fixed_sentence(string expression)
    {
        var outcome = await CallAsync("{}", expression);

        Assert.Equal(
            (ErrorCodes.ApiMisconfigured, FailureReason.SelectFailed),
            (outcome.Failure?.Error, outcome.Failure?.Reason)
        );
        Assert.Equal(FailureCatalog.SentenceOf(FailureReason.SelectFailed), outcome.Failure?.Message);
    }

    [Theory]
    [InlineData("a", "9007199254740993")]
    [InlineData("$", """{"a":9007199254740993,"b":[9007199254740992,-12345678901234567890,1.5],"text":"9007199254740993"}""")]
    [InlineData("b", "[9007199254740992,-12345678901234567890,1.5]")]
    [InlineData("{'id': a, 'least': $sort(b)[0]}", """{"id":9007199254740993,"least":-12345678901234567890}""")]
    [InlineData("[a = b[0], a > b[0], a = a]", "[false,true,true]")]
    [InlineData("b[2] + 1", "2.5")]
    [InlineData("text", "\"9007199254740993\"")]
    public async Task Whole_numbers_beyond_2_to_the_53_stay_exact_while_they_are_only_selected(string expression, string expected)
    {
        var outcome = await CallAsync(
            """{"a":9007199254740993,"b":[9007199254740992,-12345678901234567890,1.5],"text":"9007199254740993"}""",
            expression
        );

        Assert.Equal(expected, outcome.Answer?.Body.GetRawText());
    }

    [Fact]
    public async Task Numbers_in_other_spellings_keep_their_own_value()
    {
        var outcome = await CallAsync(
            "[9007199254740993,9.007199254740992e15,9007199254740994.0,9007199254740994,-9007199254740993,-9.007199254740992E15]",
            "$"
        );

        Assert.Equal(
            "[9007199254740993,9.007199254740992e15,9007199254740994,9007199254740994,-9007199254740993,-9.007199254740992E15]",
            outcome.Answer?.Body.GetRawText()
        );
    }

    [Fact]
    public async Task Neighbouring_ids_stay_apart()
    {
        var ids = string.Join(',', Enumerable.Range(0, 100).Select(id => $"{9_007_199_254_740_993 + id}"));

        Assert.Equal($"[{ids}]", (await CallAsync($$"""{"ids":[{{ids}}]}""", "ids")).Answer?.Body.GetRawText());
        Assert.Equal("100", (await CallAsync($$"""{"ids":[{{ids}}]}""", "$count($distinct(ids))")).Answer?.Body.GetRawText());
    }

    [Fact]
    public async Task An_answer_too_large_to_carry_can_be_cut_to_size_by_a_selection()
    {
        var large = $$"""{"keep":1,"drop":"{{new string('x', 2 * ApiCallAnswer.MaxBytes)}}"}""";

        Assert.Equal("1", (await CallAsync(large, "keep")).Answer?.Body.GetRawText());
        Assert.Equal(FailureReason.SelectionTooLarge, (await CallAsync(large, "drop")).Failure?.Reason);
        Assert.Equal(FailureReason.SelectionTooLarge, (await CallAsync(large, null)).Failure?.Reason);
    }

    [Fact]
    public async Task An_expression_that_does_not_end_is_stopped_by_the_steps_timeout()
    {
        // Each look at the clock is a millisecond: 500 of them are over long before the 10 s that any expression may take.
        var options = Given.Options with
        {
            TimeProvider = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) },
        };
        await using var crm = await PlatformServer.StartAnsweringAsync();

        var request = Given.Get("/") with
        {
            Select = "($f := function($n) { $f($n + 1) }; $f(0))",
            Timeout = TimeSpan.FromMilliseconds(500),
        };
        var outcome = await Given.CallAsync(crm.Url, request, options);

        Assert.Equal(FailureReason.StepTimedOut, outcome.Failure?.Reason);
    }

    [Fact]
    public async Task A_selection_works_on_all_pages()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
            PlatformServer.Answer(context.Request.Query["p"] == "3" ? "[]" : $$"""[{"id":{{context.Request.Query["p"]}}}]""")(
                context
            )
        );

        var outcome = await Given.CallAsync(
            crm.Url,
            Given.Get("/") with
            {
                Paging = new PagingRequest { Kind = PagingKind.Page, Parameter = "p" },
                Select = "$sum(id)",
            }
        );

        Assert.Equal("3", outcome.Answer?.Body.GetRawText());
    }

    private static async Task<ApiCallOutcome> CallAsync(string json, string? expression)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync(json);
        return await Given.CallAsync(crm.Url, Given.Get("/") with { Select = expression });
    }
}
