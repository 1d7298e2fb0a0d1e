using System.Text;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>
/// The end of one invocation's log, at most 4 KB, as Invoke gives it under LogType Tail (Lambda API reference, "Invoke").
/// </summary>
internal sealed class LogTail(TimeProvider timeProvider)
{
    private const int MaxBytes = 4 * 1024;

    // The output of a process is in its pipe before its answer arrives; reading the pipe takes a moment.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);

    private readonly Lock _turn = new();
    private readonly StringBuilder _text = new();

    /// <summary>Takes a line, from any thread.</summary>
    public void Add(string line)
    {
        lock (_turn)
        {
            _text.Append(line).Append('\n');
            if (_text.Length > 2 * MaxBytes)
            {
                _text.Remove(0, _text.Length - MaxBytes);
            }
        }
    }

    /// <summary>The end of the log, in Base64, after all lines have arrived.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var seen = -1;
        for (var now = Length(); now != seen; now = Length())
        {
            seen = now;
            await Task.Delay(Moment, timeProvider, cancellationToken);
        }

        lock (_turn)
        {
            var bytes = Encoding.UTF8.GetBytes(_text.ToString());
            return Convert.ToBase64String(bytes.AsSpan(Math.Max(0, bytes.Length - MaxBytes)));
        }
    }

    private int Length()
    {
        lock (_turn)
        {
            return _text.Length;
        }
    }
}
