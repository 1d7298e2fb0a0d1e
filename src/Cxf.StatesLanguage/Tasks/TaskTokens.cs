using System.Collections.Concurrent;
using System.Text;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>The tasks of all executions that wait for their tokens.</summary>
internal sealed class TaskTokens
{
    private const string ArnPrefix = "arn:aws:states:";

    private readonly ConcurrentDictionary<string, TaskCallback> _open = new(StringComparer.Ordinal);

    /// <summary>Opens a token; equal runs get equal tokens.</summary>
    public TaskCallback Open(string executionArn, string state, long number, TimeProvider clock)
    {
        var text = $"{executionArn}|{StableId.Uuid(executionArn, $"token {state}", number)}";
        var callback = new TaskCallback(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), clock);
        _open[callback.Token] = callback;
        return callback;
    }

    public void Close(TaskCallback callback) => _open.TryRemove(callback.Token, out _);

    /// <summary>The task that waits for a token, or null if none does.</summary>
    public TaskCallback? Find(string token) => _open.GetValueOrDefault(token);

    /// <summary>Whether a text is a token that this service could have given out, for a task that has ended.</summary>
    public static bool IsToken(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length)
            && Encoding.UTF8.GetString(buffer, 0, length).StartsWith(ArnPrefix, StringComparison.Ordinal);
    }
}
