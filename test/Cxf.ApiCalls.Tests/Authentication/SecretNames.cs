using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Tests.Authentication;

public sealed class SecretNames
{
    [Fact]
    public void A_secret_name_cannot_be_the_name_of_another_tenants_secret()
    {
        var stage = StageName.Parse("prod");

        Assert.NotEqual(
            SecretName.For(stage, TenantId.Parse("a-b"), ConnectionId.Parse("c")),
            SecretName.For(stage, TenantId.Parse("a"), ConnectionId.Parse("b-c"))
        );
        Assert.Equal("/cxf/prod/a/c", SecretName.For(stage, TenantId.Parse("a"), ConnectionId.Parse("c")).ToString());
    }
}
