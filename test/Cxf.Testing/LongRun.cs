namespace Cxf.Testing;

/// <summary>The size of a slow suite: small by default, whole where the environment says <c>CXF_LONG=1</c>.</summary>
public static class LongRun
{
    /// <summary>Whether the environment asks for whole suites.</summary>
    public static bool IsAskedFor { get; } = Environment.GetEnvironmentVariable("CXF_LONG") == "1";

    /// <summary>The number of cases: few usually, all of them in a long run.</summary>
    public static int Count(int usual, int full) => IsAskedFor ? full : usual;
}
