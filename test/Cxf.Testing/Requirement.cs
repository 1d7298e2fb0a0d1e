namespace Cxf.Testing;

/// <summary>
/// A tool that some tests need and a machine may lack. Absent, it is a skip with a reason;
/// with <c>CXF_REQUIRE_ALL=1</c> (as .ci/run sets it) it is a failure, so that CI cannot pass by skipping.
/// </summary>
public static class Requirement
{
    /// <summary>Goes on when <paramref name="present"/>; else skips, or fails where everything is required.</summary>
    public static void Need(bool present, string reason)
    {
        if (present)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("CXF_REQUIRE_ALL") == "1")
        {
            Assert.Fail($"{reason} (CXF_REQUIRE_ALL=1 makes this a failure.)");
        }

        Assert.Skip(reason);
    }
}
