using System.Net;

namespace Cxf.Studio.Tests.Access;

/// <summary>Who may use the studio, asked over a real socket.</summary>
public sealed class StudioAccessTests : IAsyncDisposable
{
    private readonly List<string> _printed = [];
    private readonly DirectoryInfo _folder = SampleFolder.Copy();
    private readonly HttpClient _client = new(
        new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            CheckCertificateRevocationList = true,
        }
    );
    private StudioServer? _studio;

    [Fact]
    public async Task Without_the_printed_address_nothing_is_shown()
    {
        var studio = await StartAsync();
        string[] paths =
        [
            "",
            "flows/acme/create_lead",
            "editor.js",
            "schemas/acme/flow.schema.json",
            "_framework/blazor.web.js",
            "_blazor",
        ];
        foreach (var path in paths)
        {
            using var answer = await SendAsync(new Uri(studio.Address, path));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_printed_address_works_once_and_its_cookie_is_for_this_origin_only()
    {
        var studio = await StartAsync();
        var address = studio.NewAddress();
        using var first = await SendAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("samesite=strict", cookie);
        Assert.Contains("httponly", cookie);

        using var second = await SendAsync(address);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        using var third = await SendAsync(new Uri(Assert.Single(_printed).Split(' ').Single(word => word.StartsWith("http"))));
        Assert.Equal(HttpStatusCode.Redirect, third.StatusCode);

        using var inside = await SendAsync(studio.Address, ("Cookie", cookie.Split(';')[0]));
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(inside.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task A_wrong_token_neither_ends_the_right_one_nor_prints_a_line()
    {
        var studio = await StartAsync();
        var address = studio.NewAddress();
        using var wrong = await SendAsync(new Uri(studio.Address, "?token=0"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Empty(_printed);
        using var right = await SendAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "127.0.0.1:1")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Another_origin_is_refused_even_with_the_cookie(string header, string value)
    {
        var studio = await StartAsync();
        using var first = await SendAsync(studio.NewAddress());
        var cookie = first.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var answer = await SendAsync(studio.Address, ("Cookie", cookie), (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task It_listens_on_the_loopback_interface_only()
    {
        var studio = await StartAsync();
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(studio.Address.Host)));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_studio is not null)
        {
            await _studio.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task<StudioServer> StartAsync() =>
        _studio = await StudioServer.StartAsync(
            new StudioOptions(_folder.FullName),
            _printed.Add,
            TestContext.Current.CancellationToken
        );

    private async Task<HttpResponseMessage> SendAsync(Uri address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
