using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>Many events at once through Lambda's Invoke API. CXF_LONG=1: 20,000 of them.</summary>
public sealed partial class LoadTests
{
    private const int Concurrency = 32;

    // So many processes take turns; more would only share the same cores.
    private const int Processes = 4;

    private static readonly int Events = LongRun.Count(160, 20_000);

    private static readonly string[] Statuses = ["SUCCEEDED", "RUNNING", "FAILED", "REJECTED"];

    private readonly ConcurrentQueue<string> _log = new();

    [Fact]
    public async Task Valid_and_invalid_events_are_all_answered_and_memory_does_not_grow()
    {
        var samples = Directory
            .GetFiles(ProjectRoot.Path("events", "ExecuteFlow"), "*.json")
            .Order()
            .Select(File.ReadAllText)
            // Lambda itself refuses what is no JSON; JSON that is no event is the function's to answer.
            .Append("\"no event\"")
            .ToList();
        using var mentioned = new FewSamples([.. SampleFlows.MentionedIn(samples)]);
        await using var deployment = await ProcessDeployment.StartAsync(
            new ProcessDeploymentOptions
            {
                Template = DeployedProcesses.TemplateFile,
                ConfigurationFolder = mentioned.Path,
                Functions = new FunctionOptions
                {
                    Executable = DeployedProcesses.Executable,
                    MaxProcesses = Processes,
                    Log = _log.Enqueue,
                },
            },
            TestContext.Current.CancellationToken
        );
        await deployment.PublishAsync(TestContext.Current.CancellationToken);
        await using var endpoint = await LambdaEndpoint.StartAsync(deployment.Lambda, 0, TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var invoke = new Uri(endpoint.Address, "2015-03-31/functions/ExecuteFlowFunction/invocations");
        var statuses = new ConcurrentDictionary<string, int>();
        await Parallel.ForAsync(
            0,
            Events,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Concurrency,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (number, cancellationToken) =>
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Vary(samples[number % samples.Count])));
                using var answer = await client.PostAsync(invoke, content, cancellationToken);
                Assert.False(answer.Headers.Contains("X-Amz-Function-Error"));
                var json = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
                statuses.AddOrUpdate(json.GetProperty("status").GetString()!, 1, (_, count) => count + 1);
            }
        );
        Assert.Equal(Events, statuses.Values.Sum());
        Assert.Empty(statuses.Keys.Except(Statuses));
        Assert.True(statuses.Count >= 3, "The events are of one kind: " + string.Join(", ", statuses));
        Assert.DoesNotContain(_log, line => line.Contains("\"eventId\":1003"));

        // What a process holds after its first tenth of the events is what it holds at the end, give or take the collector.
        var memory = _log.Select(line => Memory().Match(line))
            .Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            .ToList();
        TestContext.Current.SendDiagnosticMessage($"{Events} events: {string.Join(", ", statuses)}; at most {memory.Max()} MB");
        Assert.InRange(memory.Max(), 1, (memory.Take(memory.Count / 3).Max() * 1.25) + 10);
    }

    // Contacts differ, or every event after the first of its kind would be a retry of it.
    private static string Vary(string sample)
    {
        if (!sample.StartsWith('{') || JsonNode.Parse(sample) is not JsonObject json)
        {
            return sample;
        }

        if (json["Details"]?["ContactData"]?["ContactId"]?.GetValue<string>() is { Length: 36 })
        {
            json["Details"]!["ContactData"]!["ContactId"] = ProcessTests.NewContact();
        }
        else if (json["requestKey"] is not null)
        {
            json["requestKey"] = ProcessTests.NewContact();
        }

        return json.ToJsonString();
    }

    [GeneratedRegex(@"Max Memory Used: (\d+) MB")]
    private static partial Regex Memory();
}
