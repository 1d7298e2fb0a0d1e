using System.Text;
using Amazon.DynamoDBv2.Model;
using Cxf.ApiCalls.Connections;
using Cxf.Functions.Limits;

namespace Cxf.Functions.Tests.Limits;

/// <summary>A write of the record costs by its size, and DynamoDB writes one item at most 1,000 KB a second.</summary>
public sealed class RecordSizeTests : CallsInSteps
{
    [Fact]
    public Task Connections_that_are_gone_leave_next_to_nothing_in_the_record_of_their_tenant() =>
        InStepsAsync(() =>
        {
            var tenant = new CallLimits(50, 100);
            var gate = Gate();
            for (var number = 0; number < 100; number++)
            {
                var gone = GivenConnection.Of(new CallLimits(30, 100), tenant, CircuitBreaker.Default, $"c{number}");
                for (var call = 0; call < 20; call++)
                {
                    // Processes that end leave their leases.
                    var pass = Entered(Gate().EnterAsync(gone, 0, Second, default));
                    if (call % 2 == 0)
                    {
                        Ended(pass.LeaveAsync(call % 10 == 0 ? GivenConnection.ServerError : GivenConnection.Answered));
                    }

                    Time.Advance(Second);
                }
            }

            var kept = GivenConnection.Of(null, tenant);
            for (var call = 0; call < 2000; call++)
            {
                Ended(Entered(gate.EnterAsync(kept, 0, Second, default)).LeaveAsync(GivenConnection.Answered));
                Time.Advance(Second);
            }

            // The two maps of a connection stay, without leases.
            var item = Item(kept);
            Assert.True(item.Count < 10 + (2 * 100), $"{item.Count}: {string.Join(' ', item.Keys)}");
            Assert.InRange(item.Sum(one => one.Value.M?.Count ?? 0), 0, 5);
        });

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1000)]
    public Task A_record_whose_rate_is_used_up_costs_one_unit(int rate) =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(new CallLimits(null, rate), new CallLimits(null, rate));
            var gates = Enumerable.Range(0, 20).Select(_ => Gate()).ToList();
            var most = 0;
            for (var ms = 0; ms < 10_000; ms += 50)
            {
                for (var call = 0; call <= rate / 20; call++)
                {
                    _ = gates[call % gates.Count].EnterAsync(connection, 0, Second, default).AsTask();
                }

                Advance(TimeSpan.FromMilliseconds(50));
                most = Math.Max(most, Item(connection).Sum(one => Encoding.UTF8.GetByteCount(one.Key) + SizeOf(one.Value)));
            }

            Assert.InRange(most, 100, 1024);
        });

    // DynamoDB developer guide, "DynamoDB item sizes and formats": a number needs a byte for two digits, and one more.
    private static int SizeOf(AttributeValue value) =>
        value.N is { } number ? (number.Length / 2) + 2
        : value.S is { } text ? Encoding.UTF8.GetByteCount(text)
        : 3 + value.M.Sum(one => 1 + Encoding.UTF8.GetByteCount(one.Key) + SizeOf(one.Value));

    private Dictionary<string, AttributeValue> Item(ApiConnection connection)
    {
        var key = LimitRecordKey.Of(connection, 0);
        var read = Tables.GetItemAsync(new GetItemRequest { TableName = TablesInMemory.Table, Key = key.ToItem() });
        Assert.True(read.IsCompletedSuccessfully);
        return read.Result.Item;
    }
}
