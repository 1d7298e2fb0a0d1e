using System.Reflection;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Tests.Observability;

public sealed class LogTests
{
    private static readonly List<MethodInfo> Events =
    [
        .. typeof(Log)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null),
    ];

    [Fact]
    public void Every_event_has_its_own_number()
    {
        var numbers = Events.Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()!.EventId).ToList();
        Assert.NotEmpty(numbers);
        Assert.Distinct(numbers);
        Assert.All(numbers, number => Assert.InRange(number, 1000, 5999));
    }

    // The logger takes arguments in their order and names in the message's; they must be the same.
    [Fact]
    public void The_parameters_of_an_event_have_the_order_of_its_message() =>
        Assert.All(
            Events,
            method =>
            {
                var message = method.GetCustomAttribute<LoggerMessageAttribute>()!.Message!;
                var places = message.Split('{').Skip(1).Select(part => part[..part.IndexOf('}')]);
                Assert.Equal(method.GetParameters().Skip(1).Select(parameter => parameter.Name), places);
            }
        );
}
