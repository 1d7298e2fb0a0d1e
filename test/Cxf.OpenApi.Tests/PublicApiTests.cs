using Cxf.Testing;

namespace Cxf.OpenApi.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_matches_its_list() => PublicApi.Matches(typeof(OpenApiImport).Assembly);
}
