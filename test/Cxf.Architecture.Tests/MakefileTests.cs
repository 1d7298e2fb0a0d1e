using System.Diagnostics;
using Cxf.Testing;

namespace Cxf.Architecture.Tests;

/// <summary>What make would run, so that the file of the functions is for the processor that the stack has.</summary>
public sealed class MakefileTests
{
    private const string Arm = "parameter_overrides = \"Stage=arm Architecture=arm64 LogLevel=INFO\"";

    [Theory]
    [InlineData("", "x86_64", "default")]
    [InlineData("ENV=prod", "x86_64", "prod")]
    [InlineData("ENV=arm", "arm64", "arm")]
    public async Task A_deployment_is_built_for_the_processor_that_samconfig_names_for_it(
        string environment,
        string processor,
        string name
    )
    {
        var samconfig = await File.ReadAllTextAsync(ProjectRoot.Path("samconfig.toml"), Cancel);
        Assert.Equal(
            [$"CXF_ARCH={processor} sam build --config-env {name}", $"sam deploy --config-env {name}"],
            await MakeAsync($"{samconfig}\n[arm.deploy.parameters]\n{Arm}\n", $"deploy {environment}")
        );
    }

    // AWS SAM developer guide, "Using the AWS SAM CLI configuration file": a text or a list, in TOML's quotes.
    [Theory]
    [InlineData("parameter_overrides = \"Architecture=arm64 Stage=x\"", "arm64")]
    [InlineData("parameter_overrides = 'Architecture=arm64 Stage=x'", "arm64")]
    [InlineData("parameter_overrides = \"Stage=x Architecture=\\\"arm64\\\"\"", "arm64")]
    [InlineData("parameter_overrides = [\n  \"Stage=x\",\n  \"Architecture=arm64\",\n]", "arm64")]
    [InlineData("parameter_overrides = \"ParameterKey=Architecture,ParameterValue=arm64\"", "arm64")]
    [InlineData("parameter_overrides = \"Stage=x\"", "x86_64")]
    [InlineData("# " + Arm, "x86_64")]
    [InlineData("parameter_overrides = \"Stage=x\"\n[other.deploy.parameters]\n" + Arm, "x86_64")]
    public async Task Every_form_of_the_setting_is_read(string parameters, string processor) =>
        Assert.Equal(
            $"CXF_ARCH={processor} sam build --config-env x",
            (await MakeAsync($"[x.deploy.parameters]\n{parameters}\n", "deploy ENV=x"))[0]
        );

    [Fact]
    public async Task Parameters_of_all_commands_count_too() =>
        Assert.Equal(
            "CXF_ARCH=arm64 sam build --config-env x",
            (await MakeAsync($"[x.global.parameters]\n{Arm}\n[x.deploy.parameters]\nresolve_s3 = true\n", "deploy ENV=x"))[0]
        );

    // sam build does not tell make which environment it builds.
    [Theory]
    [InlineData("[a.deploy.parameters]\n" + Arm, "", "linux-arm64")]
    [InlineData("[a.deploy.parameters]\nresolve_s3 = true", "", "linux-x64")]
    [InlineData("[a.deploy.parameters]\n" + Arm + "\n[b.deploy.parameters]\n", "CXF_ARCH=arm64", "linux-arm64")]
    [InlineData("[a.deploy.parameters]\n" + Arm + "\n[b.deploy.parameters]\n", "CXF_ARCH=x86_64", "linux-x64")]
    [InlineData(null, "", "linux-x64")]
    public async Task Sam_build_alone_builds_for_the_processor_that_every_environment_names(
        string? samconfig,
        string variable,
        string runtime
    ) =>
        Assert.Contains(
            $" -r {runtime} ",
            Assert.Single(await MakeAsync(samconfig, $"build-CallApiFunction ARTIFACTS_DIR=/artifacts {variable}"))
        );

    [Theory]
    [InlineData("build-CallApiFunction", "different processors. Set CXF_ARCH, or run make deploy ENV=<environment>")]
    [InlineData("build-CallApiFunction CXF_ARCH=arm", "The processor is arm. It must be x86_64 or arm64")]
    [InlineData("deploy ENV=prdo", "samconfig.toml has no environment prdo")]
    public async Task What_would_build_for_the_wrong_processor_stops(string target, string error) =>
        Assert.Contains(
            error,
            string.Join('\n', await MakeAsync($"[a.deploy.parameters]\n{Arm}\n[b.deploy.parameters]\n", target))
        );

    /// <summary>The commands that make would run, or what it writes as its error.</summary>
    private static async Task<string[]> MakeAsync(string? samconfig, string arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "make and sh are not there.");
        var folder = Directory.CreateTempSubdirectory("cxf-make-");
        try
        {
            File.Copy(ProjectRoot.Path("Makefile"), Path.Combine(folder.FullName, "Makefile"));
            if (samconfig is not null)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, "samconfig.toml"), samconfig, Cancel);
            }

            var start = new ProcessStartInfo("make", $"-n {arguments}")
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment.Remove("CXF_ARCH");
            using var make = Process.Start(start)!;
            var errors = make.StandardError.ReadToEndAsync(Cancel);
            var lines = await make.StandardOutput.ReadToEndAsync(Cancel) + await errors;
            return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
