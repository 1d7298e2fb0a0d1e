using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// The process's standard output, which Lambda turns into log events. Written as bytes: the console's own writers
/// set up encodings and synchronisation that a log line does not need.
/// </summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Standard output is the function's log.")]
internal static class StandardOutput
{
    private static readonly Lock Turn = new();
    private static Stream? _stream;

    /// <summary>Writes whole lines at once, so that lines of several threads do not mix.</summary>
    public static void Write(ReadOnlySpan<byte> lines)
    {
        lock (Turn)
        {
            (_stream ??= Console.OpenStandardOutput()).Write(lines);
        }
    }

    public static void WriteLine(string line) => Write(Encoding.UTF8.GetBytes(line + "\n"));
}
