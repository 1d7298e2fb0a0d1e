namespace Cxf.Jsonata.Tests;

/// <summary>The number of cases in a slow suite: few by default, all of them with <c>CXF_LONG=1</c>.</summary>
internal static class LongRun
{
    public static int Count(int usual, int full) => Environment.GetEnvironmentVariable("CXF_LONG") == "1" ? full : usual;
}
