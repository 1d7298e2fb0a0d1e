using Cxf.ContactFlows.Simulation;
using Cxf.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.ContactFlows.Tests;

/// <summary>
/// The whole contact flows beside this file: written for these tests in the manners of exports old and new, and of people.
/// </summary>
internal static class WholeFlow
{
    /// <summary>All of them but the module, by their names.</summary>
    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(Folder, "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(name => !name.EndsWith(".module", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Folder => ProjectRoot.Path("test", "Cxf.ContactFlows.Tests", "Whole");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    public static ContactFlowReading Read(string name) => ContactFlowReader.Read(Text(name));

    /// <summary>Walks a flow.</summary>
    /// <param name="name">The flow.</param>
    /// <param name="keys">What the caller presses, with commas between; an empty entry is nothing.</param>
    /// <param name="intents">What bots understand, with commas between.</param>
    /// <param name="answer">What every function answers; null: they fail.</param>
    /// <param name="change">Changes the call's other options.</param>
    public static Task<CallResult> RunAsync(
        string name,
        string keys = "",
        string intents = "",
        string? answer = "{}",
        Func<CallOptions, CallOptions>? change = null
    )
    {
        var caller = new CallerScript(keys.Split(',').Select(key => key.Length == 0 ? null : key))
        {
            Intents = intents.Split(',', StringSplitOptions.RemoveEmptyEntries),
        };
        var options = Calls.With(
            answer is null ? (_, _, _, _) => throw new IOException("down") : Calls.Answers(answer),
            new InstantTime()
        ) with
        {
            Caller = caller.AnswerAsync,
            Modules = new Dictionary<string, ContactFlow> { [ModuleOf("verify-and-pay")] = Read("verify.module").Flow! },
        };
        return ContactFlowSimulator.CallAsync(
            Read(name).Flow!,
            change?.Invoke(options) ?? options,
            TestContext.Current.CancellationToken
        );
    }

    // The id without the version that the flow names it with.
    private static string ModuleOf(string name) =>
        Read(name).Flow!.Actions.First(action => action.Type == "InvokeFlowModule").Text("FlowModuleId")!.Replace(":$LATEST", "");

    /// <summary>Time on which every timer is due at once.</summary>
    internal sealed class InstantTime : FakeTimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
