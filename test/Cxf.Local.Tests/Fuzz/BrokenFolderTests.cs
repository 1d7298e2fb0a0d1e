using System.Text.Json;
using Cxf.Local.Tests.Commands;
using Cxf.Testing;

namespace Cxf.Local.Tests.Fuzz;

/// <summary>
/// Whatever is wrong with a deployment folder, the commands that read it end with an exit code of theirs, without a stack trace,
/// and each problem has a file and a line. <c>CXF_LONG=1</c> tries many folders.
/// </summary>
public sealed class BrokenFolderTests
{
    private const int Parts = 4;

    private static readonly int Count = LongRun.Count(24, 1_000) / Parts;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Parts)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_folder_makes_a_command_fail_in_itself(int seed)
    {
        var random = new Random(seed);
        var start = Directory.CreateTempSubdirectory("cxf-fuzz-");
        try
        {
            for (var number = 0; number < Count; number++)
            {
                var folder = Path.Combine(start.FullName, $"{number}");
                FolderMutator.Copy(folder);
                var how = $"seed {seed}, folder {number}: {new FolderMutator(random).Break(folder)}";
                await CheckAsync(how, "check", folder, "--json");
                await CheckAsync(how, "test", folder, "--json");
                await CheckAsync(how, "check", folder, "--set", "CrmUrl=https://crm.example.com");
                await CheckAsync(
                    how,
                    "publish",
                    folder,
                    "--set",
                    "CrmUrl=https://crm.example.com",
                    "--json",
                    "--folder",
                    Path.Combine(folder, "deployment")
                );
                Directory.Delete(folder, recursive: true);
            }
        }
        finally
        {
            start.Delete(recursive: true);
        }
    }

    private static async Task CheckAsync(string how, params string[] arguments)
    {
        var (code, output, error) = await CxfCommandTests.RunAsync(arguments);
        Assert.True(code is 0 or 1 or 2, $"{how}: {arguments[0]} ended with {code}. {error}");
        Assert.False(error.Contains("CXF9002") || error.Contains("   at ") || output.Contains("   at Cxf"), $"{how}: {error}");
        if (arguments.Contains("--json") && output.Length > 0)
        {
            foreach (var diagnostic in Diagnostics(JsonElement.Parse(output)))
            {
                Assert.True(diagnostic.GetProperty("line").GetInt32() >= 1, $"{how}: {diagnostic}");
                Assert.False(string.IsNullOrEmpty(diagnostic.GetProperty("fix").GetString()), $"{how}: {diagnostic}");
            }
        }
    }

    private static IEnumerable<JsonElement> Diagnostics(JsonElement report) =>
        from list in (string[])["flows", "documents"]
        where report.ValueKind == JsonValueKind.Object && report.TryGetProperty(list, out _)
        from document in report.GetProperty(list).EnumerateArray()
        where document.TryGetProperty("diagnostics", out _) && document.TryGetProperty("file", out _)
        from diagnostic in document.GetProperty("diagnostics").EnumerateArray()
        select diagnostic;
}
