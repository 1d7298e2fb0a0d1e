using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.Functions.Limits;
using Cxf.Testing;

namespace Cxf.Functions.Tests.Limits;

/// <summary>
/// 64 processes with clocks that differ, crashes, lost answers and requests that are sent twice. <c>CXF_LONG=1</c> tries many
/// more seeds.
/// </summary>
public sealed class LimitSimulationTests
{
    private static readonly int Seeds = LongRun.Count(2, 100);

    [Fact]
    public async Task Never_more_than_the_limit_are_in_flight_and_no_lease_is_lost()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var own = random.Next(1, 24);
            var tenant = random.Next(1, 40);
            ApiConnection[] connections =
            [
                GivenConnection.Of(new CallLimits(own, null), new CallLimits(tenant, null)),
                GivenConnection.Of(null, new CallLimits(tenant, null), id: "shop"),
            ];
            var plan = new SimulationPlan
            {
                Connections = connections,
                MaxSkewMs = (int)LimitRecord.ClockToleranceMs / 2,
                Crashes = random.Next(100),
                LostAnswers = random.Next(40),
                MaxPauseMs = random.Next(20, 3000),
                MaxCallMs = random.Next(50, 8000),
            };

            var simulation = await LimitSimulation.RunAsync(plan, seed);

            var ran = $"seed {seed}: {own} and {tenant}";
            Assert.True(simulation.MostInFlight.GetValueOrDefault("crm") <= own, $"{ran}: {simulation.MostInFlight["crm"]}");
            Assert.True(simulation.MostInFlight["*"] <= tenant, $"{ran}: {simulation.MostInFlight["*"]}");
            Assert.True(simulation.Calls.Count(call => call.Refusal is null) >= tenant, ran);
            Assert.DoesNotContain(simulation.Calls, call => call.Refusal is null && !call.Waited && call.Before != 1);
            Assert.Equal(tenant, simulation.RoomAfterwards(connections[1], tenant + 1));
        }
    }

    [Fact]
    public async Task Clocks_that_differ_by_more_than_the_tolerance_exceed_a_limit_and_the_simulation_sees_it()
    {
        var plan = new SimulationPlan
        {
            Connections = [GivenConnection.Of(new CallLimits(5, null))],
            MaxSkewMs = (int)LimitRecord.ClockToleranceMs * 3,
            MaxPauseMs = 100,
        };
        var simulation = await LimitSimulation.RunAsync(plan, 1);
        Assert.True(simulation.MostInFlight["crm"] > 5, $"{simulation.MostInFlight["crm"]}");
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_events()
    {
        var plan = new SimulationPlan
        {
            Connections = [GivenConnection.Of(new CallLimits(5, 20))],
            Milliseconds = 5000,
            MaxSkewMs = 500,
            Crashes = 50,
            LostAnswers = 20,
        };
        var (first, second) = (await LimitSimulation.RunAsync(plan, 1), await LimitSimulation.RunAsync(plan, 1));
        Assert.True(first.Trace.Count > 30);
        Assert.Equal(first.Trace, second.Trace);
    }

    [Fact]
    public async Task A_limit_that_is_reached_is_used_up_and_calls_wait_for_it()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var plan = new SimulationPlan
            {
                Connections = [GivenConnection.Of(new CallLimits(10, null))],
                MaxPauseMs = 100,
                MaxCallMs = 400,
            };
            var simulation = await LimitSimulation.RunAsync(plan, seed);

            Assert.Equal(10, simulation.MostInFlight["crm"]);

            // 10 calls at a time of 0.2 s each are 50 a second. What the waits of others cost is less than half of it.
            Assert.True(
                simulation.Starts["crm"].Count > plan.Milliseconds / 40,
                $"seed {seed}: {simulation.Starts["crm"].Count} calls"
            );
            Assert.Contains(simulation.Calls, call => call is { Waited: true, Refusal: null });
            Assert.Contains(simulation.Calls, call => call.Refusal is FailureReason.LimitReached);
            Assert.All(simulation.Calls, call => Assert.True(call.Refusal is null or FailureReason.LimitReached));
        }
    }

    [Fact]
    public async Task A_call_that_finds_room_costs_one_request()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var plan = new SimulationPlan
            {
                Connections = [GivenConnection.Of(new CallLimits(150, 500), new CallLimits(200, null))],
                MaxSkewMs = 100,
                MaxPauseMs = 2000,
                MaxCallMs = 300,
            };
            var simulation = await LimitSimulation.RunAsync(plan, seed);

            // All but those that met before the record existed.
            var costs = simulation.Calls.ConvertAll(call => call.Before + call.After);
            Assert.True(costs.Count > 300, $"seed {seed}: {costs.Count} calls");
            Assert.All(simulation.Calls, call => Assert.Null(call.Refusal));
            Assert.All(simulation.Calls.Skip(64), call => Assert.Equal((1, 0), (call.Before, call.After)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(90)]
    public async Task No_second_has_more_than_a_quarter_too_many_starts(int rate)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var plan = new SimulationPlan
            {
                Connections = [GivenConnection.Of(new CallLimits(null, rate))],
                MaxPauseMs = 200,
                MaxCallMs = 100,
                Crashes = 20,
                LostAnswers = 5,
            };
            var simulation = await LimitSimulation.RunAsync(plan, seed);

            var starts = simulation.Starts["crm"];
            Assert.True(starts.Count > rate * plan.Milliseconds / 1000 / 2, $"seed {seed}: {starts.Count} calls");
            var most = starts.Max(start => starts.Count(other => other >= start && other < start + 1000));
            Assert.True(most <= rate + Math.Max(1, rate / 4), $"seed {seed}: {most} of {rate}");
        }
    }

    [Fact]
    public async Task A_circuit_breaker_opens_in_an_outage_lets_single_calls_through_and_closes_after_it()
    {
        for (var seed = 0; seed < 2 * Seeds; seed++)
        {
            var random = new Random(seed);
            var breaker = new CircuitBreaker(50, 5, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(3));
            var plan = new SimulationPlan
            {
                Connections = [GivenConnection.Of(seed % 2 == 0 ? null : new CallLimits(random.Next(3, 40), 100), null, breaker)],
                Milliseconds = 45_000,
                MaxSkewMs = random.Next(500),
                Crashes = random.Next(30),

                // A circuit breaker without limits is ignored while the table fails.
                LostAnswers = seed % 2 == 0 ? 0 : random.Next(10),
                MaxPauseMs = random.Next(200, 1000),
                MaxCallMs = 300,
                TimeoutMs = (500, 1000),
                OutageMs = (5000, 30_000),
            };
            var simulation = await LimitSimulation.RunAsync(plan, seed);

            var ran = $"seed {seed}";
            // It opens when half of the calls of 10 seconds failed, and everybody knows that 2 seconds later. Then single calls
            // probe.
            Assert.True(simulation.StartsBetween("crm", 0, 5000) > 50, ran);
            Assert.Equal(1, simulation.MostBetween("crm", 17_000, 30_000));
            Assert.InRange(simulation.StartsBetween("crm", 17_000, 30_000), 3, 6);
            Assert.True(simulation.StartsBetween("crm", 37_000, 45_000) > 50, ran);
        }
    }

    [Fact]
    public async Task Calls_without_limits_send_no_request()
    {
        var plan = new SimulationPlan { Connections = [GivenConnection.Of()], Milliseconds = 3000 };
        var simulation = await LimitSimulation.RunAsync(plan, 1);

        Assert.True(simulation.Calls.Count > 100);
        Assert.All(simulation.Calls, call => Assert.Equal((0, 0), (call.Before, call.After)));
    }
}
