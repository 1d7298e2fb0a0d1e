using System.Runtime.InteropServices;

namespace Cxf.Testing;

/// <summary>Signals to a process, by the system call and not the program of this name: small images do not have it.</summary>
public static class UnixSignal
{
    private const int Interrupt = 2;

    /// <summary>Sends SIGINT, as Ctrl+C does; false when there is no such process any more.</summary>
    public static bool SendInterrupt(int process) => Kill(process, Interrupt) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
