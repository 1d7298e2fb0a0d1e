using System.Diagnostics;
using Cxf.Testing;

namespace Cxf.Architecture.Tests;

/// <summary><c>make deploy</c> with a <c>sam</c> that writes down how it is called.</summary>
public sealed class MakefileTests
{
    private const string Sam = """
        #!/bin/sh
        echo "CXF_ARCH=$CXF_ARCH sam $*"
        """;

    [Theory]
    [InlineData("", "CXF_ARCH=x86_64 sam build --config-env default")]
    [InlineData("ENV=prod", "CXF_ARCH=x86_64 sam build --config-env prod")]
    [InlineData("ENV=arm", "CXF_ARCH=arm64 sam build --config-env arm")]
    [InlineData("ENV=first", "CXF_ARCH=arm64 sam build --config-env first")]
    public async Task A_deployment_is_built_for_the_processor_that_samconfig_names_for_it(string environment, string build)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "make and sh are not there.");
        var folder = Directory.CreateTempSubdirectory("cxf-make-");
        try
        {
            File.Copy(ProjectRoot.Path("Makefile"), Path.Combine(folder.FullName, "Makefile"));
            var config =
                await File.ReadAllTextAsync(ProjectRoot.Path("samconfig.toml"), Cancel)
                + "\n[arm.deploy.parameters]\nparameter_overrides = \"Stage=arm Architecture=arm64 LogLevel=INFO\"\n"
                + "\n[first.deploy.parameters]\nparameter_overrides = \"Architecture=arm64 Stage=first\"\n";
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "samconfig.toml"), config, Cancel);
            var sam = Path.Combine(folder.FullName, "sam");
            await File.WriteAllTextAsync(sam, Sam, Cancel);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(sam, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }

            var start = new ProcessStartInfo("make", $"-s deploy {environment}")
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
            };
            start.Environment["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
            start.Environment.Remove("CXF_ARCH");
            using var make = Process.Start(start)!;
            var lines = (await make.StandardOutput.ReadToEndAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

            Assert.Equal([build, build.Replace(" build ", " deploy ")[(build.IndexOf(' ') + 1)..]], lines.Select(Without));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        // Only the build is told the processor.
        static string Without(string line) => line.Contains(" deploy ") ? line[(line.IndexOf(' ') + 1)..] : line;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
