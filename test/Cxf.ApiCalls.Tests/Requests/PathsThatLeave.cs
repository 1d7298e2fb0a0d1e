using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Requests;

public sealed class PathsThatLeave
{
    [Theory]
    [InlineData("/..")]
    [InlineData("/../admin")]
    [InlineData("/leads/../../admin")]
    [InlineData("/leads/..")]
    [InlineData("/./x")]
    [InlineData("/.")]
    [InlineData("//evil.example.com/")]
    [InlineData("/leads//x")]
    [InlineData("https://evil.example.com/")]
    [InlineData("http:/evil")]
    [InlineData("@evil.example.com/")]
    [InlineData(".evil.example.com/")]
    [InlineData(":8080/")]
    [InlineData("leads")]
    [InlineData("?a=b")]
    [InlineData("/a?b=c")]
    [InlineData("/a#b")]
    [InlineData("\\evil")]
    [InlineData("/\\evil.example.com")]
    [InlineData("/..\\admin")]
    [InlineData("/%2e%2e/admin")]
    [InlineData("/%2E%2e/admin")]
    [InlineData("/.%2e/admin")]
    [InlineData("/%2e./admin")]
    [InlineData("/%2e")]
    [InlineData("/%252e%252e/admin")]
    [InlineData("/%25252e%25252e/admin")]
    [InlineData("/..%2fadmin")]
    [InlineData("/x%2f..%2f..%2fadmin")]
    [InlineData("/x%2Fy")]
    [InlineData("/x%252fy")]
    [InlineData("/x%5cy")]
    [InlineData("/..%5cadmin")]
    [InlineData("/..;/admin")]
    [InlineData("/..;a=b/admin")]
    [InlineData("/%2e%2e;/admin")]
    [InlineData("/.. /admin")]
    [InlineData("/..%20/admin")]
    [InlineData("/%c0%ae%c0%ae/admin")]
    [InlineData("/..%c0%afadmin")]
    [InlineData("/%e0%80%ae%e0%80%ae/admin")]
    [InlineData("/\uff0e\uff0e/admin")]
    [InlineData("/\u2025/admin")]
    [InlineData("/..\uff0fadmin")]
    [InlineData("/..\u2215admin")]
    [InlineData("/a\r\nHost: evil")]
    [InlineData("/a%0d%0aHost:%20evil")]
    [InlineData("/a%00b")]
    [InlineData("/a\tb")]
    [InlineData("/100%")]
    [InlineData("/%zz")]
    [InlineData("/%u002e%u002e/admin")]
    public async Task A_path_that_any_server_could_read_as_leaving_the_base_url_is_refused(string path)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();

        var outcome = await Given.CallAsync(new Uri(crm.Url, "/v1/tenant"), Given.Get(path));

        Assert.Equal(ErrorCodes.ApiMisconfigured, outcome.Failure?.Error);
        Assert.Empty(crm.Seen);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("../admin")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("%2e%2e")]
    [InlineData("%2f")]
    [InlineData("..;x")]
    [InlineData("\uff0e\uff0e")]
    [InlineData("a\r\nb")]
    public async Task A_path_value_that_could_be_more_than_one_segment_is_refused(string value)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();

        var outcome = await Given.CallAsync(
            crm.Url,
            Given.Get("/leads/{id}") with
            {
                PathValues = new Dictionary<string, string> { ["id"] = value },
            }
        );

        Assert.Equal(ErrorCodes.ApiMisconfigured, outcome.Failure?.Error);
        Assert.Empty(crm.Seen);
    }

    [Fact]
    public async Task A_part_without_a_value_is_refused()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();

        var outcome = await Given.CallAsync(
            crm.Url,
            Given.Get("/leads/{id}") with
            {
                PathValues = new Dictionary<string, string>(),
            }
        );

        Assert.Equal(ErrorCodes.ApiMisconfigured, outcome.Failure?.Error);
    }
}
