namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>The function's process is gone. Nothing in the function catches it.</summary>
internal sealed class CrashException : Exception;
