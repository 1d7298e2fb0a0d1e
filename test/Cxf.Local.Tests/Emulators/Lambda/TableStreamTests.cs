using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Templates;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Cxf.Testing;

namespace Cxf.Local.Tests.Emulators.Lambda;

/// <summary>
/// How <c>cxf start</c> delivers a table's changes, with the mapping of template.yaml: batches of 10, 5 retries, splitting.
/// </summary>
public sealed class TableStreamTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const string FunctionError = "the function fails";

    private static readonly EventSource Source = Assert.Single(
        ServerlessTemplate.Read(ProjectRoot.Path("template.yaml"), new Dictionary<string, string>()).EventSources
    );

    private readonly InMemoryDynamoDb _tables = InMemoryDynamoDb.WithAnyTable("pk", "sk");
    private readonly Channel<string> _batches = Channel.CreateUnbounded<string>();
    private readonly List<string> _log = [];
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ImpatientTime _time = new();
    private readonly TableStream _stream;

    // What the function says of a batch: the numbers of records that failed, or that it failed itself.
    private Func<string[], string[]> _answer = _ => [];

    public TableStreamTests() => _stream = new TableStream(Source, _tables, InvokeAsync, _log.Add, _time);

    [Fact]
    public void The_template_is_read() => Assert.Equal((10, 5, true), (Source.BatchSize, Source.Retries, Source.Bisects));

    [Fact]
    public async Task Changes_are_delivered_in_order_and_at_most_ten_in_a_batch()
    {
        await PutBatchAsync([.. Enumerable.Range(1, 12).Select(number => $"r{number}")]);

        Assert.Equal(["first", "r1 r2 r3 r4 r5 r6 r7 r8 r9 r10", "r11 r12"], await ReadAsync(3));
        Assert.Equal(0, _time.Waits);
    }

    [Fact]
    public async Task Records_that_the_filter_rejects_are_not_delivered()
    {
        Put("first", sort: "FLOW#first#LIVE");
        Put("second", sort: "FLOW#second#OUTCOME");
        Put("third", sort: "FLOW#third#DRAFT");
        Assert.Equal(["third"], await ReadAsync(1));
    }

    [Theory]
    [InlineData("r2", "r2 r3")]
    [InlineData("r3 r1", "r1 r2 r3")]
    public async Task All_records_from_the_first_failed_one_are_delivered_again_in_order(string failed, string again)
    {
        _answer = Once("r1 r2 r3", failed.Split(' '));
        await PutBatchAsync("r1", "r2", "r3");
        Assert.Equal(["first", "r1 r2 r3", again], await ReadAsync(3));
        Assert.Empty(_log);
        Assert.Equal(1, _time.Waits);
    }

    [Fact]
    public async Task A_name_that_no_record_has_means_the_whole_batch()
    {
        _answer = Once("r1 r2", "nobody");
        await PutBatchAsync("r1", "r2");
        Assert.Equal(["first", "r1 r2", "r1 r2"], await ReadAsync(3));
    }

    [Fact]
    public async Task A_record_on_which_the_function_dies_ends_alone_among_the_dead_letters_and_the_others_are_done_once()
    {
        _answer = batch => batch.Contains("poison") ? [FunctionError] : [];
        await PutBatchAsync("r1", "r2", "poison", "r4");
        Assert.Equal(
            ["first", "r1 r2 poison r4", "r1 r2", "poison r4", "poison", "poison", "poison", "poison", "poison", "poison", "r4"],
            await ReadAsync(11)
        );
        Put("later");
        Assert.Equal(["later"], await ReadAsync(1));
        Assert.Equal("Dead letters: given up after 6 tries by", Assert.Single(_log)[..39]);
        Assert.EndsWith(": TENANT#acme FLOW#poison#REQUEST (record 4)", _log[0]);
        Assert.Equal(5, _time.Waits);
    }

    [Fact]
    public async Task A_record_that_fails_every_time_goes_to_the_dead_letters_and_the_shard_continues()
    {
        _answer = batch => batch.Contains("stuck") ? ["stuck"] : [];
        await PutBatchAsync("r1", "stuck", "r3");
        Assert.Equal(["first", "r1 stuck r3", .. Enumerable.Repeat("stuck r3", 5)], await ReadAsync(7));
        Put("later");
        Assert.Equal(["later"], await ReadAsync(1));
        Assert.EndsWith(
            ": TENANT#acme FLOW#stuck#REQUEST (record 3), TENANT#acme FLOW#r3#REQUEST (record 4)",
            Assert.Single(_log)
        );
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    // The first record holds the function up until the others are in the stream, so that they are one batch.
    private async Task PutBatchAsync(params string[] names)
    {
        Put("first");
        await _asked.Task.WaitAsync(Patience);
        foreach (var name in names)
        {
            Put(name);
        }
    }

    private void Put(string name, string? sort = null) =>
        _tables.Execute(
            "PutItem",
            JsonElement.Parse(
                $$$"""
                {"TableName":"{{{Source.Table}}}","Item":{"pk":{"S":"TENANT#acme"},"sk":{"S":"{{{sort
                    ?? $"FLOW#{name}#REQUEST"}}}"},
                 "name":{"S":"{{{name}}}"},"number":{"N":"1"} } }
                """
            )
        );

    private async Task<List<string>> ReadAsync(int count)
    {
        _go.TrySetResult();
        var batches = new List<string>();
        while (batches.Count < count)
        {
            batches.Add(await _batches.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience));
        }

        return batches;
    }

    private static Func<string[], string[]> Once(string batch, params string[] failed)
    {
        var left = 1;
        return names => string.Join(' ', names) == batch && left-- > 0 ? failed : [];
    }

    private async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        await _go.Task.WaitAsync(cancellationToken);
        var records = JsonElement
            .Parse(payload.Span)
            .GetProperty("Records")
            .EnumerateArray()
            .Select(record => record.GetProperty("dynamodb"))
            .ToList();
        var names = records
            .Select(record => record.GetProperty("NewImage").GetProperty("name").GetProperty("S").GetString()!)
            .ToArray();
        _batches.Writer.TryWrite(string.Join(' ', names));
        var failed = _answer(names);
        var numbers = failed.Select(name =>
            Array.IndexOf(names, name) is >= 0 and var place ? records[place].GetProperty("SequenceNumber").GetString() : name
        );
        var failures = string.Join(',', numbers.Select(number => $$"""{"itemIdentifier":"{{number}}"}"""));
        var answer = $$"""{"batchItemFailures":[{{failures}}]}""";
        return new InvocationResult("id", Encoding.UTF8.GetBytes(answer), IsError: failed is [FunctionError]);
    }

    /// <summary>Every wait is over at once.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        public int Waits { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits++;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
