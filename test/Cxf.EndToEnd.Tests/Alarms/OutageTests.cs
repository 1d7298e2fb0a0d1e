using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>
/// An outage is loud: the real executable meets each outage, and what it logs and counts is held against template.yaml's alarms.
/// The outage meets version 7, as during a move to it; callers of version 6 are well.
/// </summary>
public abstract class OutageTests(OutageScene scene) : IClassFixture<OutageScene>
{
    private protected const string Version = "7";
    private protected const string VersionBefore = "6";

    // The longest that a caller can wait, so that a slow machine answers in time; only an outage that ends no request uses it up.
    private const string Patient = "60";

    private protected static TemplateAlarms Alarms { get; } = new(Version);

    private protected OutageScene Scene => scene;

    private static bool IsLong => LongRun.IsAskedFor || Environment.GetEnvironmentVariable("CXF_BOOTSTRAP") is { Length: > 0 };

    // Each outage starts the executable. Compiled just in time that takes seconds, so by default each set of alarms of a function
    // is met there once; the executable that is compiled ahead of time meets all outages.
    private protected static TheoryData<int> RowsOf(params string[] functions) =>
        [
            .. (IsLong ? Outages.All : Outages.All.DistinctBy(outage => (outage.Function, string.Join(' ', outage.Alarms))))
                .Where(outage => functions.Contains(outage.Function))
                .Select(outage => Outages.All.ToList().IndexOf(outage)),
        ];

    private protected async Task FiresItsAlarmsAsync(int row)
    {
        var outage = Outages.All[row];
        TestContext.Current.TestOutputHelper!.WriteLine(outage.ToString());
        await using var faults = await FaultsAsync(outage);
        await using var version = await StartAsync(
            outage.Function,
            Version,
            faults,
            outage.CannotStart ? "ERROR" : "WARN",
            outage.CannotStart
        );
        var contact = Guid.NewGuid().ToString();
        var answer = await version.AskAsync(
            EventOf(outage.Asked, contact, outage is { Tables: Fault.Silent } or { StepFunctions: Fault.Silent } ? "8" : Patient),
            outage.Asked == Question.SelfCheck ? Version : "live"
        );
        TestContext.Current.TestOutputHelper.WriteLine(answer.GetRawText());
        var (lines, metrics) = await version.EndAsync();
        foreach (var line in lines)
        {
            TestContext.Current.TestOutputHelper.WriteLine(line.GetRawText());
        }

        Assert.Equal(outage.Alarms.Order(), Firing(Alarms, Lasting(metrics, outage.PerMinute, outage.Minutes), outage));
        Assert.DoesNotContain(lines, line => line.GetRawText().Contains(FaultyService.Planted));
        var errors = lines.Where(line => line.TryGetProperty("eventId", out _) && line.Text("level") == "Error").ToList();
        if (outage.LogEvent == 0)
        {
            Assert.Empty(errors);
            return;
        }

        var error = Assert.Single(errors);
        Assert.Equal(outage.LogEvent.ToString(), error.Text("eventId"));
        Assert.NotEqual("", error.Text("exceptionType"));
        Assert.False(error.TryGetProperty("stackTrace", out _));
        var fault = ((Fault[])[outage.Tables, outage.StepFunctions, outage.Parameters]).Max();
        Assert.Equal(
            (Outages.CodeOf(fault), Outages.CodeOf(fault).Length > 0 ? FaultyService.RequestId : ""),
            (error.Text("awsErrorCode"), error.Text("awsRequestId"))
        );
        if (outage.Function is "ExecuteFlow" or "GetFlowResult")
        {
            Assert.Equal(contact, error.Text("contactId"));
        }
    }

    // A slow machine may make an answer slow: only an outage that is meant to is held to it.
    private protected static IEnumerable<string> Firing(
        TemplateAlarms alarms,
        IReadOnlyCollection<MetricDatum> metrics,
        Outage outage
    ) =>
        alarms
            .Firing(metrics)
            .Where(name => !name.EndsWith("SlowAlarm", StringComparison.Ordinal) || outage.Alarms.Contains(name));

    // The same again in each of the following minutes, and so often in each.
    private protected static List<MetricDatum> Lasting(IReadOnlyList<MetricDatum> metrics, int perMinute, int minutes) =>
        [
            .. from minute in Enumerable.Range(0, minutes)
            from call in Enumerable.Range(0, perMinute)
            from datum in metrics
            select datum with
            {
                Time = datum.Time.AddMinutes(minute),
            },
        ];

    private protected async Task<Faults> FaultsAsync(Outage outage)
    {
        await scene.GetAsync();
        scene.Crm.Fault = outage.ThirdParty;
        return await Faults.StartAsync(outage);
    }

    private protected async Task<VersionUnderTest> StartAsync(
        string function,
        string version,
        Faults faults,
        string level,
        bool cannotStart = false
    )
    {
        var deployment = await scene.GetAsync();
        var environment = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL_DYNAMODB"] = (faults.Tables?.Address ?? deployment.TablesAddress).ToString(),
            ["AWS_ENDPOINT_URL_SFN"] = (faults.StepFunctions?.Address ?? deployment.StepFunctionsAddress).ToString(),
            ["AWS_ENDPOINT_URL_SSM"] = (faults.Parameters?.Address ?? deployment.TablesAddress).ToString(),
        };
        if (cannotStart)
        {
            environment[function == "PublishFlow" ? "CXF_CALL_API_ARN" : "CXF_STAGE"] = "";
        }

        return await VersionUnderTest.StartAsync(function, version, level, environment);
    }

    private protected static string EventOf(Question question, string contact, string limit = Patient) =>
        question switch
        {
            Question.Waiting => OutageScene.FromConnect(
                contact,
                limit,
                ("flowId", "create_lead"),
                ("recordType", "lead"),
                ("userInput", "5")
            ),
            Question.Reading => OutageScene.FromConnect(contact, limit, ("flowId", "customer_name")),
            Question.Continuing => OutageScene.FromConnect(
                contact,
                limit,
                ("flowId", "request_callback"),
                ("recordType", "callback"),
                ("hours", "4")
            ),
            Question.WaitingResult => OutageScene.FromConnect(
                contact,
                limit,
                ("flowId", "create_lead"),
                ("runId", $"{contact}-{new string('0', 32)}")
            ),
            Question.ContinuingResult => OutageScene.FromConnect(
                contact,
                limit,
                ("flowId", "request_callback"),
                ("runId", $"{contact}-{new string('0', 32)}")
            ),
            Question.Call => OutageScene.CallOf("crm"),
            Question.SecretCall => OutageScene.CallOf("shop"),
            Question.Publish => """{"tenantId":"acme","flowId":"create_lead"}""",
            _ => """{"selfCheck":true}""",
        };

    /// <summary>The services that are at fault; null for those that are well.</summary>
    internal sealed class Faults : IAsyncDisposable
    {
        public FaultyService? Tables { get; private set; }

        public FaultyService? StepFunctions { get; private set; }

        public FaultyService? Parameters { get; private set; }

        public static async Task<Faults> StartAsync(Outage outage) =>
            new()
            {
                Tables = await StartAsync(outage.Tables),
                StepFunctions = await StartAsync(outage.StepFunctions),
                Parameters = await StartAsync(outage.Parameters),
            };

        public async ValueTask DisposeAsync()
        {
            foreach (var service in (FaultyService?[])[Tables, StepFunctions, Parameters])
            {
                await (service?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
        }

        private static async Task<FaultyService?> StartAsync(Fault fault) =>
            fault == Fault.None ? null : await FaultyService.StartAsync(fault);
    }
}
