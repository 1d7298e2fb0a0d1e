using System.Diagnostics;

namespace Cxf.Testing;

/// <summary>
/// An npm package that tests run: its <c>package.json</c> and lock file stand in <c>test/npm/&lt;name&gt;</c>,
/// and the first test that asks for it installs it there with <c>npm ci</c>.
/// </summary>
public static class NpmTool
{
    /// <summary>The folder of the installed tool. Skips (or fails, see <see cref="Requirement"/>) without Node.</summary>
    public static string Require(string name)
    {
        Requirement.Need(OnPath("node") && OnPath("npm"), $"Node.js and npm are needed to run {name}; install Node 20 or later.");
        var folder = ProjectRoot.Path("test", "npm", name);
        Install(folder);
        return folder;
    }

    private static void Install(string folder)
    {
        // Several test processes may ask at once: the first takes the lock and installs, the others find it done.
        using var turn = OpenLock(
            Path.Combine(Path.GetTempPath(), $"cxf-npm-{Path.GetFileName(folder)}-{StableHash(folder)}.lock")
        );
        var stamp = Path.Combine(folder, "node_modules", ".cxf-installed");
        var wanted = File.ReadAllText(Path.Combine(folder, "package-lock.json"));
        if (File.Exists(stamp) && File.ReadAllText(stamp) == wanted)
        {
            return;
        }

        var start = new ProcessStartInfo("npm", "ci --no-audit --no-fund")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = Process.Start(start)!;
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEndAsync();
        npm.WaitForExit();
        Requirement.Need(npm.ExitCode == 0, $"npm ci failed in {folder}: {output.Result}{errors.Result}");
        File.WriteAllText(stamp, wanted);
    }

    private static FileStream OpenLock(string path)
    {
        var deadline = Stopwatch.GetTimestamp() + (900 * Stopwatch.Frequency);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetTimestamp() < deadline)
            {
                Thread.Yield();
                Thread.SpinWait(10_000);
            }
        }
    }

    private static bool OnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, command)) || File.Exists(Path.Combine(folder, command + ".cmd")));

    private static string StableHash(string text) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..12];
}
