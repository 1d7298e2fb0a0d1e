using Cxf.Studio.Documents;

namespace Cxf.Studio.Tests.Documents;

/// <summary>A deployment folder as people leave it.</summary>
public sealed class FlowFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = SampleFolder.Copy();

    private FlowFolder Folder => new(_folder.FullName, isSample: false, TimeProvider.System);

    [Fact]
    public void A_folder_that_is_no_tenants_is_named_instead_of_hidden()
    {
        _folder.CreateSubdirectory("tenants/Odd Tenant/flows");
        Assert.Equal(["Odd Tenant"], Folder.NotTenants());
        Assert.NotEmpty(Folder.Flows());
    }

    [Fact]
    public void A_folder_that_is_gone_has_no_flows()
    {
        Directory.Move(Path.Combine(_folder.FullName, "tenants"), Path.Combine(_folder.FullName, "moved"));
        Assert.Empty(Folder.Flows());
        Assert.Empty(Folder.NotTenants());
    }

    [Theory]
    [InlineData("create_lead", "flows/acme/create_lead")]
    [InlineData("a b", "flows/acme/a%20b")]
    [InlineData("a#b?c%2fd", "flows/acme/a%23b%3Fc%252fd")]
    [InlineData("ä", "flows/acme/%C3%A4")]
    public void An_address_names_a_flow_whatever_its_file_is_called(string name, string page)
    {
        Assert.Equal(page, new FlowAddress("acme", name).Page);
        Assert.Equal($"publish{page[5..]}", new FlowAddress("acme", name).Publish);
        Assert.Equal($"runs?flow={page[6..]}", new FlowAddress("acme", name).Runs);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
