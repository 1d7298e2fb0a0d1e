namespace Cxf.Benchmarks.Warm;

/// <summary>The processor time that a process has used, with all its threads.</summary>
/// <param name="User">In its own code.</param>
/// <param name="Kernel">In the kernel on its behalf: sockets, above all.</param>
internal readonly record struct ProcessorTime(TimeSpan User, TimeSpan Kernel)
{
    // sysconf(_SC_CLK_TCK), which is 100 on every Linux .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>
    /// Reads /proc/PID/stat (proc_pid_stat(5): utime is its field 14, stime 15; the name in field 2 may hold spaces).
    /// </summary>
    public static ProcessorTime Of(int process)
    {
        var text = File.ReadAllText($"/proc/{process}/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return new ProcessorTime(
            TimeSpan.FromSeconds(long.Parse(fields[11]) / TicksPerSecond),
            TimeSpan.FromSeconds(long.Parse(fields[12]) / TicksPerSecond)
        );
    }
}
