using System.Text;
using Cxf.Documents.Identifiers;

namespace Cxf.Functions.Tests.Stores;

public abstract partial class ConfigurationStoreContract
{
    [Fact]
    public async Task A_description_is_found_as_it_was_written_by_its_own_tenant_only()
    {
        var store = await CreateAsync();
        var description = Encoding.UTF8.GetBytes("""{"format":1,"operations":{},"types":{}}""");
        Assert.Null(await store.FindDescriptionAsync(Acme, Crm, Cancel));
        await store.PutDescriptionAsync(Acme, Crm, description, Cancel);
        Assert.Equal(description, await store.FindDescriptionAsync(Acme, Crm, Cancel));
        Assert.Null(await store.FindDescriptionAsync(Globex, Crm, Cancel));
        Assert.Null(await store.FindDescriptionAsync(Acme, ConnectionId.Parse("erp"), Cancel));
        Assert.Empty(await store.ListConnectionsAsync(Acme, Cancel));
        await store.DeleteDescriptionAsync(Acme, Crm, Cancel);
        await store.DeleteDescriptionAsync(Acme, Crm, Cancel);
        Assert.Null(await store.FindDescriptionAsync(Acme, Crm, Cancel));
    }
}
