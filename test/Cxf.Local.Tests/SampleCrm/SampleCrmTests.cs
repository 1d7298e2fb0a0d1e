using System.Net;
using System.Text;
using System.Text.Json;
using Cxf.Local.SampleCrm;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Local.Tests.SampleCrm;

public sealed class SampleCrmTests : IDisposable
{
    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_posted_lead_gets_a_number_and_can_be_read_again()
    {
        await using var crm = await StartAsync(new());

        using var created = await PostAsync(crm, """{"recordType": "lead", "userInput": "5", "source": "phone"}""");
        var lead = await JsonAsync(created);
        using var read = await _http.GetAsync(
            new Uri(crm.Address, created.Headers.Location!),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("L-1001", lead.GetProperty("id").GetString());
        Assert.Equal("5", lead.GetProperty("userInput").GetString());
        Assert.Equal(lead.GetRawText(), (await JsonAsync(read)).GetRawText());
        Assert.Equal("lead", Assert.Single(crm.Leads.All).RecordType);
    }

    [Fact]
    public async Task Leads_are_listed_in_the_order_of_their_creation()
    {
        await using var crm = await StartAsync(new());
        (await PostAsync(crm, """{"recordType": "lead", "userInput": "1"}""")).Dispose();
        (await PostAsync(crm, """{"recordType": "lead", "userInput": "2"}""")).Dispose();

        using var answer = await _http.GetAsync(new Uri(crm.Address, "leads"), TestContext.Current.CancellationToken);
        var list = await JsonAsync(answer);

        Assert.Equal(2, list.GetProperty("count").GetInt32());
        Assert.Equal(
            ["L-1001", "L-1002"],
            list.GetProperty("leads").EnumerateArray().Select(lead => lead.GetProperty("id").GetString())
        );
    }

    [Theory]
    [InlineData("?phone=%2B12025550100", "L-1001", "L-1003")]
    [InlineData("?phone=%2B12025550100&source=web", "L-1003")]
    [InlineData("?phone=%2B12025550199")]
    [InlineData("?unheard=of")]
    public async Task Leads_are_found_by_their_fields(string query, params string[] ids)
    {
        await using var crm = await StartAsync(new());
        (await PostAsync(crm, """{"recordType": "lead", "phone": "+12025550100"}""")).Dispose();
        (await PostAsync(crm, """{"recordType": "lead", "phone": "+12025550101"}""")).Dispose();
        (await PostAsync(crm, """{"recordType": "lead", "phone": "+12025550100", "source": "web"}""")).Dispose();

        using var answer = await _http.GetAsync(new Uri(crm.Address, "leads" + query), TestContext.Current.CancellationToken);
        var list = await JsonAsync(answer);

        Assert.Equal(ids.Length, list.GetProperty("count").GetInt32());
        Assert.Equal(ids, list.GetProperty("leads").EnumerateArray().Select(lead => lead.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_long_list_is_counted_whole_and_answered_by_its_first_hundred()
    {
        await using var crm = await StartAsync(new());
        for (var number = 0; number < 101; number++)
        {
            (await PostAsync(crm, """{"recordType": "lead"}""")).Dispose();
        }

        using var answer = await _http.GetAsync(new Uri(crm.Address, "leads"), TestContext.Current.CancellationToken);
        var list = await JsonAsync(answer);

        Assert.Equal(101, list.GetProperty("count").GetInt32());
        Assert.Equal(100, list.GetProperty("leads").GetArrayLength());
    }

    [Fact]
    public async Task The_same_key_returns_the_same_lead_even_for_concurrent_requests()
    {
        await using var crm = await StartAsync(new());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => PostAsync(crm, """{"recordType": "lead"}""", "run-1/create_lead/0"))
        );

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(15, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Single(crm.Leads.All);
    }

    [Theory]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"recordType\": 5}", HttpStatusCode.UnprocessableEntity)]
    public async Task A_body_that_is_not_a_lead_is_rejected(string body, HttpStatusCode status)
    {
        await using var crm = await StartAsync(new());

        using var answer = await PostAsync(crm, body);

        Assert.Equal(status, answer.StatusCode);
        Assert.NotEmpty((await JsonAsync(answer)).GetProperty("error").GetString()!);
        Assert.Empty(crm.Leads.All);
    }

    [Fact]
    public async Task A_body_of_more_than_64_kilobytes_is_refused()
    {
        await using var crm = await StartAsync(new());

        using var answer = await PostAsync(crm, $$"""{"recordType": "{{new string('x', 64 * 1024)}}"}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "leads/L-9", HttpStatusCode.NotFound)]
    [InlineData("GET", "contacts", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "leads/L-1001", HttpStatusCode.MethodNotAllowed)]
    public async Task Unsupported_paths_and_methods_are_rejected(string method, string path, HttpStatusCode status)
    {
        await using var crm = await StartAsync(new());
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(crm.Address, path));

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("X-Api-Key", "secret", HttpStatusCode.OK)]
    [InlineData("Authorization", "Bearer secret", HttpStatusCode.OK)]
    [InlineData("X-Api-Key", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("X-Other", "secret", HttpStatusCode.Unauthorized)]
    public async Task With_an_api_key_only_requests_that_bring_it_are_served(string header, string value, HttpStatusCode status)
    {
        await using var crm = await StartAsync(new() { ApiKey = "secret" });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(crm.Address, "leads"));
        request.Headers.Add(header, value);

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_crm_that_is_down_refuses_connections()
    {
        await using var crm = await StartAsync(new() { Trouble = CrmTrouble.Refused });

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(crm, """{"recordType": "lead"}"""));

        Assert.Equal(HttpRequestError.ConnectionError, failure.HttpRequestError);
    }

    [Fact]
    public async Task A_crm_that_closes_connections_gives_no_answer()
    {
        await using var crm = await StartAsync(new() { Trouble = CrmTrouble.Closed });

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(crm, """{"recordType": "lead"}"""));
        Assert.Empty(crm.Leads.All);
    }

    [Fact]
    public async Task An_unavailable_crm_answers_503()
    {
        await using var crm = await StartAsync(new() { Trouble = CrmTrouble.Unavailable });

        using var answer = await PostAsync(crm, """{"recordType": "lead"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Empty(crm.Leads.All);
    }

    [Fact]
    public async Task A_slow_crm_answers_when_its_time_has_passed()
    {
        var time = new WaitingTime();
        await using var crm = await StartAsync(
            new()
            {
                Trouble = CrmTrouble.Slow,
                Delay = TimeSpan.FromSeconds(9),
                TimeProvider = time,
            }
        );
        var posting = PostAsync(crm, """{"recordType": "lead"}""");
        await time.SomebodyWaits;
        Assert.Empty(crm.Leads.All);

        time.Advance(TimeSpan.FromSeconds(9));
        using var answer = await posting;

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Single(crm.Leads.All);
    }

    [Fact]
    public async Task A_call_that_times_out_on_a_slow_crm_creates_no_lead()
    {
        var time = new WaitingTime();
        await using var crm = await StartAsync(new() { Trouble = CrmTrouble.Slow, TimeProvider = time });
        var posting = PostAsync(crm, """{"recordType": "lead"}""");
        await time.SomebodyWaits;

        _http.CancelPendingRequests();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => posting);
        Assert.Empty(crm.Leads.All);
    }

    [Fact]
    public async Task A_crm_that_stops_closes_open_requests()
    {
        var time = new WaitingTime();
        var crm = await StartAsync(new() { Trouble = CrmTrouble.Slow, TimeProvider = time });
        var posting = PostAsync(crm, """{"recordType": "lead"}""");
        await time.SomebodyWaits;

        await crm.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => posting);
        Assert.Empty(crm.Leads.All);
    }

    private static Task<SampleCrmServer> StartAsync(SampleCrmOptions options) =>
        SampleCrmServer.StartAsync(options, TestContext.Current.CancellationToken);

    private async Task<HttpResponseMessage> PostAsync(SampleCrmServer crm, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(crm.Address, "leads"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

    /// <summary>Virtual time that tells when the first timer was set on it.</summary>
    private sealed class WaitingTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task SomebodyWaits => _waits.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waits.TrySetResult();
            return timer;
        }
    }
}
