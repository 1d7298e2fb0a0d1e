using System.Diagnostics.CodeAnalysis;
using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Makes what a handler writes to the console lines of the log.</summary>
internal sealed class ConsoleLines(LambdaLog log, LogLevel level) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    [SuppressMessage("ApiDesign", "RS0030", Justification = "What handlers write to the console belongs to the log.")]
    [SuppressMessage("Reliability", "CA2000", Justification = "The console keeps them until the process ends.")]
    public static void Redirect(LambdaLog log)
    {
        Console.SetOut(new ConsoleLines(log, LogLevel.Information));
        Console.SetError(new ConsoleLines(log, LogLevel.Error));
    }

    public override void Write(char value)
    {
        if (value == '\n')
        {
            WriteLine("");
        }
        else if (value != '\r')
        {
            _line.Append(value);
        }
    }

    public override void Write(string? value)
    {
        foreach (var letter in value ?? "")
        {
            Write(letter);
        }
    }

    public override void WriteLine(string? value)
    {
        var text = _line.Length == 0 ? value ?? "" : _line.Append(value).ToString();
        _line.Clear();
        ((ILambdaLogger)log).Log(level, text);
    }

    public override void Flush()
    {
        if (_line.Length > 0)
        {
            WriteLine("");
        }
    }
}
