using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Cxf.ApiCalls.LastAnswers;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Functions.Stores.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cxf.Functions.Tests.Stores.Runs;

/// <summary>What the runs store does on every table that it is run on.</summary>
public abstract class RunStoreContract
{
    private const string Run = "c-1-0123456789abcdef0123456789abcdef";
    private const string Execution = "arn:aws:states:us-east-1:111122223333:express:machine:run:1";

    private static readonly TenantId Acme = TenantId.Parse("acme");
    private static readonly TenantId Globex = TenantId.Parse("globex");
    private static readonly RunEnding.Failed TimedOut = new("FlowTimeout", "This takes longer than expected.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract ValueTask<(IAmazonDynamoDB Client, string Table)> CreateTableAsync();

    [Fact]
    public async Task A_run_that_nothing_claimed_has_no_record()
    {
        var (client, table) = await CreateTableAsync();
        Assert.Null(await new RunStore(client, table).FindAsync(Acme, 0, Run, Cancel));
    }

    [Fact]
    public async Task A_stored_answer_is_found_by_its_own_key_only_and_goes_with_its_tenant()
    {
        var (client, table) = await CreateTableAsync();
        var store = new AnswerStore(client, table, NullLogger.Instance);
        var (key, now) = (new AnswerKey(Acme, 0, "hash"), DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        Assert.Null(await store.FindAsync(key, Cancel));
        await store.KeepAsync(key, new StoredAnswer("one", now), now.AddSeconds(-60), now.AddSeconds(600), Cancel);
        Assert.Equal(new StoredAnswer("one", now), await store.FindAsync(key, Cancel));
        foreach (var other in new[] { key with { Tenant = Globex }, key with { Generation = 1 }, key with { Hash = "other" } })
        {
            Assert.Null(await store.FindAsync(other, Cancel));
        }

        // One that is new enough stays, an older one is replaced.
        await store.KeepAsync(key, new StoredAnswer("two", now.AddSeconds(30)), now.AddSeconds(-30), now.AddSeconds(630), Cancel);
        Assert.Equal("one", (await store.FindAsync(key, Cancel))!.Json);
        await store.KeepAsync(
            key,
            new StoredAnswer("three", now.AddSeconds(90)),
            now.AddSeconds(30),
            now.AddSeconds(690),
            Cancel
        );
        Assert.Equal(new StoredAnswer("three", now.AddSeconds(90)), await store.FindAsync(key, Cancel));

        await new RunStore(client, table).DeleteAllAsync(Acme, 0, Cancel);
        Assert.Null(await store.FindAsync(key, Cancel));
    }

    [Fact]
    public async Task A_claimed_run_has_no_answer_yet()
    {
        var store = await ClaimedAsync();
        Assert.Equal(
            new RecordedRun("hash", DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_030_250), null),
            await store.FindAsync(Acme, 0, Run, Cancel)
        );
    }

    [Fact]
    public async Task A_run_that_no_caller_asked_for_has_no_hash()
    {
        var store = await ClaimedAsync((RunRecord.ReceivedHash, RunRecord.NoHash));
        Assert.Null((await store.FindAsync(Acme, 0, Run, Cancel))!.ReceivedHash);
    }

    [Fact]
    public async Task A_run_is_found_by_its_own_tenant_only()
    {
        var store = await ClaimedAsync();
        Assert.Null(await store.FindAsync(Globex, 0, Run, Cancel));
        Assert.False(await store.TryWriteAsync(Globex, 0, Run, Execution, TimedOut, Cancel));
        Assert.Null(await store.FindAsync(Globex, 0, Run, Cancel));
    }

    [Fact]
    public async Task The_answer_that_a_machine_wrote_is_read()
    {
        var store = await ClaimedAsync(("status", "SUCCEEDED"), ("output", """{"message":"Done."}"""));
        Assert.Equal(new RunEnding.Succeeded("""{"message":"Done."}"""), (await store.FindAsync(Acme, 0, Run, Cancel))!.Ending);
    }

    [Fact]
    public async Task The_failure_that_a_machine_wrote_is_read()
    {
        var store = await ClaimedAsync(("status", "FAILED"), ("error", "FlowFailed"), ("cause", "We are closed."));
        Assert.Equal(new RunEnding.Failed("FlowFailed", "We are closed."), (await store.FindAsync(Acme, 0, Run, Cancel))!.Ending);
    }

    [Fact]
    public async Task The_first_answer_stays()
    {
        var store = await ClaimedAsync();
        Assert.True(await store.TryWriteAsync(Acme, 0, Run, Execution, TimedOut, Cancel));
        Assert.False(
            await store.TryWriteAsync(Acme, 0, Run, Execution, new RunEnding.Failed("Internal", "Something else."), Cancel)
        );
        Assert.Equal(TimedOut, (await store.FindAsync(Acme, 0, Run, Cancel))!.Ending);
    }

    [Fact]
    public async Task Only_the_execution_that_holds_the_claim_can_have_failed()
    {
        var store = await ClaimedAsync();
        Assert.False(await store.TryWriteAsync(Acme, 0, Run, Execution + "2", TimedOut, Cancel));
        Assert.Null((await store.FindAsync(Acme, 0, Run, Cancel))!.Ending);
    }

    [Fact]
    public async Task A_failure_of_a_run_without_a_record_makes_none()
    {
        var (client, table) = await CreateTableAsync();
        var store = new RunStore(client, table);
        Assert.False(await store.TryWriteAsync(Acme, 0, Run, Execution, TimedOut, Cancel));
        Assert.Null(await store.FindAsync(Acme, 0, Run, Cancel));
    }

    [Fact]
    public async Task All_runs_of_one_generation_of_a_tenant_are_removed()
    {
        var (client, table) = await CreateTableAsync();
        var store = new RunStore(client, table);
        (TenantId Tenant, int Generation)[] owners = [(Acme, 0), (Acme, 1), (Globex, 0)];
        foreach (var (tenant, generation) in owners)
        {
            for (var number = 0; number < 30; number++)
            {
                var item = new Dictionary<string, AttributeValue>
                {
                    [RunRecord.PartitionKey] = new(RunRecord.PartitionOf(tenant, generation)),
                    [RunRecord.SortKey] = new($"{RunRecord.RunPrefix}{number}"),
                    [RunRecord.EndsBy] = new() { N = "1" },
                };
                await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, Cancel);
            }
        }

        await store.DeleteAllAsync(Acme, 0, Cancel);
        foreach (var (tenant, generation) in owners)
        {
            var isThere = await Task.WhenAll(
                Enumerable
                    .Range(0, 30)
                    .Select(async number =>
                        await store.FindAsync(tenant, generation, number.ToString(CultureInfo.InvariantCulture), Cancel)
                            is not null
                    )
            );
            Assert.All(isThere, one => Assert.Equal((tenant, generation) != (Acme, 0), one));
        }
    }

    // What the caller has heard is what everybody hears.
    [Fact]
    public async Task An_answer_that_the_machine_could_not_write_is_written_by_ExecuteFlow()
    {
        var heard = new RunEnding.Succeeded("""{"message":"Heard."}""");
        foreach (
            var answer in ((string, string)[][])
                [
                    [],
                    [("status", "SUCCEEDED"), ("output", """{"message":"Written late."}""")],
                ]
        )
        {
            var store = await ClaimedAsync(answer);
            Assert.False(await store.TryWriteAsync(Acme, 0, Run, Execution + "2", heard, Cancel));
            Assert.True(await store.TryWriteAsync(Acme, 0, Run, Execution, heard, Cancel));
            Assert.Equal(heard, (await store.FindAsync(Acme, 0, Run, Cancel))!.Ending);
        }
    }

    private async ValueTask<RunStore> ClaimedAsync(params IEnumerable<(string Name, string Text)> answer)
    {
        var (client, table) = await CreateTableAsync();
        var item = new Dictionary<string, AttributeValue>
        {
            [RunRecord.PartitionKey] = new(RunRecord.PartitionOf(Acme, 0)),
            [RunRecord.SortKey] = new(RunRecord.RunPrefix + Run),
            [RunRecord.ClaimedBy] = new(Execution),
            [RunRecord.ReceivedHash] = new("hash"),
            [RunRecord.StartedAt] = new("2027-01-15T08:00:00.250Z"),
            [RunRecord.EndsBy] = new() { N = "1800000030.25" },
            [RunRecord.ExpiresAt] = new() { N = "1800086400" },
        };
        foreach (var (name, text) in answer)
        {
            item[name] = new AttributeValue(text);
        }

        await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, Cancel);
        return new RunStore(client, table);
    }
}
