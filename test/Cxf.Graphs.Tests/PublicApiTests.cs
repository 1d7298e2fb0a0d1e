using Cxf.Graphs.Layout;
using Cxf.Testing;

namespace Cxf.Graphs.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_matches_its_list() => PublicApi.Matches(typeof(GraphLayout).Assembly);
}
