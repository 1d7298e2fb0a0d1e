using System.Globalization;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Mocks;

/// <summary>The mocked answers of a state.</summary>
/// <param name="Key">The state's name in the mock file, with the indexes of an iteration if it has them; calls are counted by
/// it.</param>
/// <param name="Response">The name of the mocked response.</param>
/// <param name="Calls">The answers by number of the call.</param>
internal sealed record MockedState(string Key, string Response, IReadOnlyList<MockedCalls> Calls)
{
    public MockedTask? Answer(int call) => Calls.FirstOrDefault(calls => call >= calls.First && call <= calls.Last)?.Task;
}

/// <summary>The answer of one or several consecutive calls, numbered from 0.</summary>
internal sealed record MockedCalls(int First, int Last, MockedTask Task)
{
    public static MockedCalls Read(JsonProperty entry, string location)
    {
        var range = entry.Name.Split('-');
        if (
            range.Length > 2
            || !int.TryParse(range[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(range[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        )
        {
            throw new FormatException($"'{entry.Name}' at {location} is neither a number nor a range of numbers.");
        }

        location = $"{location}/{entry.Name}";
        var answer = MockJson.Object(entry.Value, location);
        var after = answer.TryGetProperty("AfterSeconds", out var seconds)
            ? MockJson.Seconds(seconds, $"{location}/AfterSeconds")
            : TimeSpan.Zero;
        if (answer.TryGetProperty("Return", out var output))
        {
            return new MockedCalls(first, last, new MockedTask(Payload.Of(output), null, null, after));
        }

        if (!answer.TryGetProperty("Throw", out var failure))
        {
            throw new FormatException($"{location} has neither 'Return' nor 'Throw'.");
        }

        location = $"{location}/Throw";
        MockJson.Object(failure, location);
        var error = MockJson.OptionalText(failure, "Error", location);
        var cause = MockJson.OptionalText(failure, "Cause", location);
        return new MockedCalls(first, last, new MockedTask(null, error, cause, after));
    }
}

/// <summary>A mocked answer: an output or an error, possibly delayed.</summary>
internal sealed record MockedTask(Payload? Output, string? Error, string? Cause, TimeSpan After) : ITaskHandler
{
    public async ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (After > TimeSpan.Zero)
        {
            await call.Scheduler.WaitUntil(call.Now + After, cancellationToken);
        }
        else if (call.IsConcurrent)
        {
            // A real call takes some time: until it ends, the other branches have made the calls that they begin with.
            await call.Scheduler.WaitForOthers(cancellationToken);
        }

        return Output ?? throw new TaskServiceException(Error ?? ErrorNames.TaskFailed, Cause);
    }
}

/// <summary>Reads values of a mock file; a value of another type is an error with its location.</summary>
internal static class MockJson
{
    public static JsonElement Object(JsonElement value, string location) =>
        value.ValueKind == JsonValueKind.Object
            ? value
            : throw new FormatException($"The value at {location} must be an object.");

    public static JsonElement.ObjectEnumerator Members(JsonElement value, string location) =>
        Object(value, location).EnumerateObject();

    public static string Text(JsonElement value, string location) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"The value at {location} must be a string.");

    public static string? OptionalText(JsonElement owner, string name, string location) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? Text(value, $"{location}/{name}")
            : null;

    public static TimeSpan Seconds(JsonElement value, string location) =>
        value.ValueKind == JsonValueKind.Number
            ? TimeSpan.FromSeconds(value.GetDouble())
            : throw new FormatException($"The value at {location} must be a number.");
}
