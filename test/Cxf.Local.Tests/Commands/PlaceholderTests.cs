namespace Cxf.Local.Tests.Commands;

/// <summary>The placeholders of connections, in every command that reads a folder.</summary>
public sealed class PlaceholderTests : IDisposable
{
    private readonly FlowFolder _folder = new();

    private string Crm => Path.Combine(_folder.Path, "tenants", "acme", "connections", "crm.json");

    public PlaceholderTests() => _folder.Add("create_lead");

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    [InlineData("publish")]
    [InlineData("call", "--config")]
    [InlineData("start", "--port", "0", "--config")]
    [InlineData("invoke", "ExecuteFlow", "--event", "EVENT", "--config")]
    public async Task A_name_that_no_connection_has_is_refused(params string[] command)
    {
        var (code, output) = await RunAsync(command, "--set", "CrmUlr=https://crm.example.com");
        Assert.Equal(2, code);
        Assert.Contains("no connection in", output);
        Assert.Contains("has the placeholder ${CrmUlr}. Did you mean \"CrmUrl\"?", output);
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("call", "--config")]
    [InlineData("start", "--port", "0", "--config")]
    [InlineData("invoke", "ExecuteFlow", "--event", "EVENT", "--config")]
    public async Task A_placeholder_without_a_value_is_refused_before_anything_starts(params string[] command)
    {
        Change("${CrmUrl}", "${DeskUrl}");
        var (code, output) = await RunAsync(command);
        Assert.Equal(2, code);
        Assert.Contains("placeholders without a value. Add --set DeskUrl=…", output);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    public async Task Checks_do_not_need_the_values(string command)
    {
        Change("${CrmUrl}", "${DeskUrl}");
        var (code, output) = await RunAsync([command]);
        Assert.True(code == 0, output);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    [InlineData("publish")]
    [InlineData("call", "--config")]
    [InlineData("start", "--port", "0", "--config")]
    public async Task A_value_that_is_not_an_address_is_a_mistake_of_the_connection(params string[] command)
    {
        var (code, output) = await RunAsync(command, "--set", "CrmUrl=crm.example.com");
        Assert.NotEqual(0, code);
        Assert.Contains("crm.json:3:14: error CXF3010 The URL is not an absolute http or https URL.", output);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("publish")]
    [InlineData("call", "--config")]
    [InlineData("start", "--port", "0", "--config")]
    [InlineData("invoke", "ExecuteFlow", "--event", "EVENT", "--config")]
    public async Task A_broken_connection_shows_its_own_mistake(params string[] command)
    {
        Change("\"methods\"", "\"methds\"");
        var (code, output) = await RunAsync(command);
        Assert.NotEqual(0, code);
        Assert.Contains("crm.json:4:3: error CXF3004 There is no member \"methds\" here.", output);
        Assert.DoesNotContain("has no connection", output);
    }

    public void Dispose() => _folder.Dispose();

    private void Change(string text, string other) => File.WriteAllText(Crm, File.ReadAllText(Crm).Replace(text, other));

    private Task<(int ExitCode, string Output)> RunAsync(string[] command, params string[] more)
    {
        string[] set = command[0] == "publish" && more.Length == 0 ? ["--set", "CrmUrl=https://crm.example.com"] : [];
        return FlowFolder.RunAsync([
            .. command.Select(word => word == "EVENT" ? Crm : word),
            _folder.Path,
            .. more,
            .. IsSetKnown() ? set : [],
        ]);
    }

    private bool IsSetKnown() => File.ReadAllText(Crm).Contains("${CrmUrl}");
}
