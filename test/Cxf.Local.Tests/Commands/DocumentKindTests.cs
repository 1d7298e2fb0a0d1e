using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

/// <summary>A file of any kind is recognised by its content, wherever it lies.</summary>
public sealed class DocumentKindTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-kinds-");

    private static string Samples => ProjectRoot.Path("src", "Cxf.Local", "Samples");

    private static string Exports => ProjectRoot.Path("test", "Cxf.Local.Tests", "ConnectExport");

    /// <summary>A file, its name elsewhere, what is counted, and what a command on flows says of it.</summary>
    public static TheoryData<string, string, string, string> Kinds =>
        new()
        {
            { Sample("contact-flows/survey.json"), "a.json", "1 contact flow", "a contact flow of Amazon Connect" },
            { Sample("contact-flows/modules/pin.json"), "a.json", "1 contact flow", "a contact flow of Amazon Connect" },
            { Path.Combine(Exports, "create_lead.module.json"), "m.json", "1 contact flow", "a contact flow of Amazon Connect" },
            { Sample("contact-flows/survey.tests/an-answer.json"), "a.json", "1 test case", "a test case of a contact flow" },
            { Sample("tenants/acme/connections/shop.json"), "shop.json", "1 connection", "a connection" },
            { Sample("instances.json"), "instances.json", "1 file of instances", "the file of Connect instances" },
        };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Check_reads_a_file_as_what_it_is(string file, string name, string counted, string kind)
    {
        Assert.NotEmpty(kind);
        var (_, output) = await FlowFolder.RunAsync("check", Copy(file, name));

        Assert.Contains($"{counted}: ", output.Split('\n')[^2]);
        // A flow lacks none of its members here, because this is no flow.
        Assert.DoesNotContain("CXF1", output);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_command_on_flows_says_what_the_file_is(string file, string name, string counted, string kind)
    {
        Assert.NotEmpty(counted);
        foreach (var command in (string[])["compile", "graph"])
        {
            var path = Copy(file, name);
            var (code, output) = await FlowFolder.RunAsync(command, path);

            Assert.Equal((2, $"There is no flow document in {path}: it is {kind}.\n"), (code, output));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task In_a_folder_of_flows_it_is_one_error(string file, string name, string counted, string kind)
    {
        Assert.NotEmpty(counted);
        if (name == "instances.json")
        {
            return;
        }

        var (code, output) = await FlowFolder.RunAsync("check", Copy(file, Path.Combine("tenants", "acme", "flows", name)));

        Assert.Equal(1, code);
        Assert.Contains($"error CXF5015 This is {kind}, not a flow.", output);
        Assert.EndsWith("1 flow: 1 error, 0 warnings.\n", output);
    }

    [Fact]
    public async Task Mistakes_of_a_contact_flow_are_its_own_wherever_it_lies()
    {
        var file = Copy(Sample("contact-flows/survey.json"), "anywhere.json");
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace(
                "\"NextAction\": \"Thanks\"",
                "\"NextAction\": \"Nowhere\""
            ),
            TestContext.Current.CancellationToken
        );

        var (code, output) = await FlowFolder.RunAsync("check", _folder.FullName);

        Assert.Equal(1, code);
        Assert.Contains("error CXF8108 The transition leads to \"Nowhere\"", output);
        Assert.DoesNotContain("CXF1", output);
    }

    [Fact]
    public async Task A_test_case_runs_alone_with_its_contact_flow()
    {
        foreach (var test in Directory.EnumerateFiles(Sample("contact-flows/greeting-by-name.tests")))
        {
            Copy(test, Path.Combine("mine", "greeting.tests", Path.GetFileName(test)));
        }

        Copy(Sample("contact-flows/greeting-by-name.json"), Path.Combine("mine", "greeting.json"));

        var (code, output) = await FlowFolder.RunAsync(
            "test",
            Path.Combine(_folder.FullName, "mine", "greeting.tests", "a-gold-customer.json")
        );

        Assert.Equal(0, code);
        Assert.EndsWith("1 contact flow, 1 test: 1 passed, 0 failed.\n", output);
    }

    [Fact]
    public async Task The_settings_of_a_module_are_read_with_it_and_alone()
    {
        Copy(Path.Combine(Exports, "create_lead.module.json"), "m.json");
        var settings = Copy(Path.Combine(Exports, "create_lead.module-settings.json"), "m-settings.json");

        Assert.Contains("Settings of 1 module: 0 errors", (await FlowFolder.RunAsync("check", settings)).Output);

        await File.WriteAllTextAsync(settings, "{}", TestContext.Current.CancellationToken);
        Assert.Contains("CXF8121", (await FlowFolder.RunAsync("check", Path.Combine(_folder.FullName, "m.json"))).Output);
    }

    private static string Sample(string path) => Path.Combine(Samples, path);

    private string Copy(string file, string name)
    {
        var target = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target, overwrite: true);
        return target;
    }
}
