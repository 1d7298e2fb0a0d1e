using System.Globalization;
using System.Runtime.InteropServices;

namespace Cxf.Testing;

/// <summary>Signals to a process, by the system call and not the program of this name: small images do not have it.</summary>
public static class UnixSignal
{
    private const int Interrupt = 2;
    private const ulong InterruptBit = 1UL << (Interrupt - 1);
    private const string Status = "/proc/self/status";

    /// <summary>Sends SIGINT, as Ctrl+C does; false when there is no such process any more.</summary>
    public static bool SendInterrupt(int process) => Kill(process, Interrupt) == 0;

    /// <summary>
    /// Whether this process was started to ignore SIGINT, as a shell starts its background jobs: its children then ignore it too.
    /// Known on Linux only.
    /// </summary>
    public static bool IsInterruptIgnored { get; } =
        File.Exists(Status)
        && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (ulong.Parse(ignored["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & InterruptBit)
            != 0;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
