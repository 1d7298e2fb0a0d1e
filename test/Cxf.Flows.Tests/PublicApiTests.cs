using Cxf.Flows.Reading;
using Cxf.Testing;

namespace Cxf.Flows.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_matches_its_list() => PublicApi.Matches(typeof(FlowReader).Assembly);
}
