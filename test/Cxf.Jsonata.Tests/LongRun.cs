namespace Cxf.Jsonata.Tests;

/// <summary>How much a slow suite does: little by default, all of it with <c>CXF_LONG=1</c>.</summary>
internal static class LongRun
{
    public static int Count(int usual, int full) => Environment.GetEnvironmentVariable("CXF_LONG") == "1" ? full : usual;
}
