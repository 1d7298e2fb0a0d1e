using System.Text.Json.Nodes;

namespace Cxf.Studio.Tests.Pages;

/// <summary>A recorded history of a flow in the folder, in a real browser.</summary>
public sealed class RunHistoryPageTests(Browser browser) : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = SampleFolder.Copy();
    private readonly JsonArray _events = [];

    [Fact]
    public async Task It_is_drawn_on_its_flow_and_the_timeline_has_the_limit_of_the_caller()
    {
        Add(0, "ExecutionStarted", null, ("input", """{"contact":{"contactId":"c"},"payload":{"phone":"+12025550142"}}"""));
        Add(0.1, "TaskStateEntered", "stateEntered", ("name", "rest_api_1"), ("input", """{"phone":"+12025550142"}"""));
        AddCall(0.1, 3.1, "ApiUnavailable");
        AddCall(3.6, 7.2, null);
        Add(7.2, "TaskStateExited", "stateExited", ("name", "rest_api_1"), ("output", """{"status":201}"""));
        Add(7.2, "ChoiceStateEntered", "stateEntered", ("name", "decision_1"), ("input", "{}"));
        Add(7.2, "ChoiceStateExited", "stateExited", ("name", "decision_1"), ("output", "{}"));
        Add(7.2, "TaskStateEntered", "stateEntered", ("name", "respond_1"), ("input", "{}"));
        Add(7.3, "TaskStateExited", "stateExited", ("name", "respond_1"), ("output", "{}"));
        Add(7.4, "ExecutionSucceeded", "executionSucceeded", ("output", """{"message":"Thank you."}"""));
        var histories = Directory.CreateDirectory(Path.Combine(_folder.FullName, "histories"));
        await File.WriteAllTextAsync(
            Path.Combine(histories.FullName, "late.json"),
            new JsonObject { ["events"] = _events }.ToJsonString(),
            TestContext.Current.CancellationToken
        );

        await using var studio = await StudioPage.OpenAsync(
            browser,
            "runs/files/late.json",
            with: options => options with { Folder = _folder.FullName }
        );
        await studio.SaysAsync("drawn on create_lead");
        await studio.SaysAsync("caller's limit 6.5 s");
        await studio.Page.WaitForSelectorAsync(".timeline .limit");
        Assert.Equal(2, await studio.Page.EvaluateExpressionAsync<int>("document.querySelectorAll('.segment').length"));
        await studio.PictureAsync("run-caller-limit");
        await studio.FollowAsync(".segment.failed");
        await studio.SaysAsync("waited 500 ms");
        await studio.PressAsync("Show data");
        await studio.SaysAsync("\"phone\": \"***\"");
        Assert.DoesNotContain("+12025550142", await studio.Page.GetContentAsync());
        Assert.Empty(studio.Troubles);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void AddCall(double from, double to, string? error)
    {
        var entered = _events.Count;
        Add(from, "TaskScheduled", "taskScheduled", ("resource", "invoke"), ("resourceType", "lambda"), ("parameters", Call));
        if (error is null)
        {
            Add(to, "TaskSucceeded", "taskSucceeded", ("output", "{}"));
        }
        else
        {
            Add(to, "TaskFailed", "taskFailed", ("error", error), ("cause", "The API did not answer."));
        }

        Assert.True(_events.Count == entered + 2);
    }

    private const string Call =
        """{"Payload":{"tenantId":"acme","connectionId":"crm","request":{"method":"POST","path":"/leads"}}}""";

    private void Add(double seconds, string type, string? details, params (string Name, string Value)[] members)
    {
        var happened = new JsonObject
        {
            ["id"] = _events.Count + 1,
            ["previousEventId"] = _events.Count,
            ["type"] = type,
            ["timestamp"] = Start.AddSeconds(seconds).ToString("O"),
        };
        happened[$"{details ?? "executionStarted"}EventDetails"] = new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value))
        );
        _events.Add(happened);
    }
}
