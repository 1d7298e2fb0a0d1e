using Cxf.Testing;

namespace Cxf.ApiCalls.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void What_the_library_offers_is_what_its_list_says() => PublicApi.Matches(typeof(ApiCaller).Assembly);
}
