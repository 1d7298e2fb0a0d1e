using System.Diagnostics.CodeAnalysis;
using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>An <see cref="ILambdaLogger"/> that keeps what is logged and shows it on standard output.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Standard output is where a test shows its log.")]
public class TestLambdaLogger : ILambdaLogger
{
    /// <summary>Everything logged so far.</summary>
    public StringBuilder Buffer { get; } = new();

    public void Log(string message)
    {
        Buffer.Append(message);
        Console.Write(message);
    }

    public void LogLine(string message)
    {
        Buffer.AppendLine(message);
        Console.WriteLine(message);
    }

    public void Log(string level, string message) => Log(level, message, []);

    public void Log(string level, string message, params object[] args) => Log(level, null, message, args);

    public void Log(string level, Exception exception, string message, params object[] args)
    {
        var line = new StringBuilder($"{level}: {message}");
        if (args is { Length: > 0 })
        {
            line.Append(' ').AppendJoin(", ", args);
        }

        if (exception is not null)
        {
            line.AppendLine().Append(exception);
        }

        LogLine(line.ToString());
    }
}
