using System.Text.Json;
using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;

namespace Cxf.ApiCalls.Tests.LastAnswers;

/// <summary>What is stored of the answer of a call with a fallback, and how often.</summary>
public sealed class StoredAnswerTests : FallbackCalls
{
    [Fact]
    public async Task Sensitive_members_are_never_stored()
    {
        using var caller = Caller();
        await CallAsync(caller, Sensitive);
        var stored = Assert.Single(Store.Answers).Value.Json;
        Assert.DoesNotContain("example.com", stored);
        Assert.DoesNotContain("2025550142", stored);
        Status = 500;
        var answer = (await CallAsync(caller, Sensitive)).Answer!;
        Assert.Equal("""{"fee":4.9,"customer":{}}""", answer.Body.GetRawText());
    }

    [Theory]
    [InlineData("{ 'fee': fee, 'mail': customer.email }", """{"fee":4.9}""")]
    [InlineData("{ 'email': fee, 'fee': fee }", """{"fee":4.9}""")]
    [InlineData("fee", "4.9")]
    [InlineData("{ 'all': customer.* }", "{}")]
    [InlineData("[customer]", "[{}]")]
    [InlineData("customer.email", null)]
    [InlineData("$uppercase(customer.email) & fee", "\"4.9\"")]
    [InlineData("$error(customer.email ? 'no' : 'x')", null)]
    public async Task A_select_that_renames_sensitive_members_does_not_store_them(string select, string? stored)
    {
        using var caller = Caller();
        await CallAsync(caller, request => Sensitive(request) with { Select = select });
        var text = Store.Answers.Values.SingleOrDefault()?.Json;
        Assert.Equal(stored, text is null ? null : JsonElement.Parse(text).GetProperty("body").GetRawText());
    }

    [Theory]
    [InlineData("\"a@example.com\"", false)]
    [InlineData("[\"a@example.com\"]", false)]
    [InlineData("[[12025550142]]", false)]
    [InlineData("[{\"fee\":1},2]", false)]
    [InlineData("[{\"fee\":1}]", true)]
    [InlineData("null", true)]
    [InlineData("true", true)]
    public async Task Of_a_text_without_a_name_nobody_can_say_whether_it_is_sensitive(string body, bool isStored)
    {
        Body = body;
        using var caller = Caller();
        await CallAsync(caller, Sensitive);
        Assert.Equal(isStored, !Store.Answers.IsEmpty);
        await CallAsync(caller);
        Assert.Contains(Store.Answers, answer => answer.Value.Json.Contains(body));
    }

    [Fact]
    public async Task A_large_answer_is_given_but_not_stored()
    {
        Body = $"\"{new string('x', AnswerText.MaxBytes)}\"";
        using var caller = Caller();
        Assert.True((await CallAsync(caller)).Succeeded);
        Assert.Empty(Store.Answers);
    }

    [Fact]
    public async Task A_call_that_is_made_often_is_stored_ten_times_in_its_greatest_age()
    {
        using var caller = Caller();
        for (var second = 0; second < 600; second += 10)
        {
            await CallAsync(caller);
            Time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(10, Store.Writes);
        Assert.Equal(0, Store.Reads);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_fails_changes_nothing_about_the_call(bool hangs)
    {
        Store.Fails = true;
        Store.Hangs = hangs;
        using var caller = Caller();
        Assert.True((await DuringAsync(CallAsync(caller))).Succeeded);
        Status = 500;
        Assert.Equal(ErrorCodes.ApiUnavailable, (await DuringAsync(CallAsync(caller))).Failure?.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_store_that_fails_a_process_stores_nothing_for_ten_seconds(bool hangs)
    {
        Store.Fails = true;
        Store.Hangs = hangs;
        using var caller = Caller();
        await DuringAsync(CallAsync(caller));
        var started = Time.GetUtcNow();
        Assert.True((await DuringAsync(CallAsync(caller))).Succeeded);
        Assert.Equal(started, Time.GetUtcNow());

        (Store.Fails, Store.Hangs) = (false, false);
        Time.Advance(TimeSpan.FromSeconds(9));
        await CallAsync(caller);
        Assert.Empty(Store.Answers);
        Time.Advance(TimeSpan.FromSeconds(1));
        await CallAsync(caller);
        Assert.Single(Store.Answers);
    }

    private static ApiCallRequest Sensitive(ApiCallRequest request) =>
        request with
        {
            Fallback = request.Fallback! with { Sensitive = ["email", "phone"] },
        };

    // A store that hangs is given up when its time has passed.
    private async Task<ApiCallOutcome> DuringAsync(Task<ApiCallOutcome> call)
    {
        while (!call.IsCompleted)
        {
            if (Store.IsHanging)
            {
                Time.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Yield();
        }

        return await call;
    }
}
