using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A log line for people.</summary>
internal static class TextLine
{
    public static byte[] Format(LogEntry entry, bool prefixed)
    {
        var line = new StringBuilder();
        if (prefixed)
        {
            line.Append(
                $"{entry.Time:yyyy-MM-ddTHH:mm:ss.fffZ}\t{entry.Context?.AwsRequestId}\t{LogLevels.Label(entry.Level)}\t"
            );
        }

        line.Append(MessageTemplate.Fill(entry.Message, entry.Arguments!));
        if (entry.Exception is { } exception)
        {
            line.Append(entry.Message.Length > 0 ? "\n" : "").Append(exception);
        }

        return Encoding.UTF8.GetBytes(line.Append('\n').ToString());
    }
}
