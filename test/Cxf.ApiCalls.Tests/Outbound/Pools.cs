using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Outbound;

public sealed class Pools
{
    [Fact]
    public void However_many_connect_limits_tenants_write_the_pools_stay_few()
    {
        using var handlers = new OutboundHandlers(OutboundPolicy.Default, new PlannedNames(), TimeProvider.System);

        for (var limit = 50; limit < 1050; limit++)
        {
            Assert.Same(
                handlers.For(TimeSpan.FromMilliseconds(limit), null),
                handlers.For(TimeSpan.FromMilliseconds(limit), null)
            );
            Assert.InRange(handlers.Count, 1, OutboundHandlers.MaxPools);
        }
    }

    [Fact]
    public async Task A_running_call_completes_after_its_pool_is_released()
    {
        var (arrived, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var crm = await PlatformServer.StartAsync(async context =>
        {
            arrived.TrySetResult();
            await answer.Task;
            await PlatformServer.Answer("""{"id":1}""")(context);
        });
        using var handlers = new OutboundHandlers(Given.Options.Policy, new PlannedNames(), TimeProvider.System);

        var call = CallAsync();
        await arrived.Task;
        for (var limit = 0; limit < OutboundHandlers.MaxPools; limit++)
        {
            handlers.For(TimeSpan.FromMilliseconds(50 + limit), null);
        }

        GC.Collect();
        answer.SetResult();
        Assert.Equal("""{"id":1}""", await call);

        async Task<string> CallAsync()
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, crm.Url);
            using var response = await handlers.For(TimeSpan.FromSeconds(3), null).SendAsync(message, Given.Cancellation);
            return await response.Content.ReadAsStringAsync(Given.Cancellation);
        }
    }
}
