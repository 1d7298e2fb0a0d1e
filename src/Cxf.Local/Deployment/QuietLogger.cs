using Amazon.Lambda.Core;

namespace Cxf.Local.Deployment;

/// <summary>Takes a function's log lines and prints none: a call's output is the call.</summary>
internal sealed class QuietLogger : ILambdaLogger
{
    public void Log(string message) { }

    public void LogLine(string message) { }
}
