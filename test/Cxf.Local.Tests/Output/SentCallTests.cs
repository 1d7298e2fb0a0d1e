using Cxf.Local.Output;

namespace Cxf.Local.Tests.Output;

public sealed class SentCallTests
{
    [Theory]
    [InlineData("\"a b\"", "a b")]
    [InlineData("true", "true")]
    [InlineData("1.50", "1.50")]
    [InlineData("[1,false]", "1,false")]
    [InlineData("null", "")]
    public void A_query_is_shown_as_it_is_sent(string value, string shown)
    {
        const string Arguments = """
            {"Payload":{"tenantId":"t","connectionId":"c","request":{"method":"GET","path":"/a","query":{"q":VALUE}}}}
            """;
        var sent = SentCall.Read(Arguments.Replace("VALUE", value), (_, _) => "https://api.example.com");
        Assert.Equal(shown, string.Join(',', sent!.Query.Select(one => one.Value)));
    }
}
