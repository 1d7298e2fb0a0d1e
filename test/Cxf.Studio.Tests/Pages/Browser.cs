using Cxf.Testing;
using PuppeteerSharp;

[assembly: AssemblyFixture(typeof(Cxf.Studio.Tests.Pages.Browser))]

namespace Cxf.Studio.Tests.Pages;

/// <summary>One Chromium for all tests. Each test has a session of its own in it, as another person's browser has.</summary>
public sealed class Browser : IAsyncDisposable
{
    // The shell is Chromium without the windows around its pages: a session of its own takes half the processor time.
    private static readonly string[] Programs =
    [
        "chromium-headless-shell",
        "chrome-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
    ];

    private readonly Lazy<Task<IBrowser>> _browser = new(StartAsync);

    /// <summary>A new session. Skips (or fails, see <see cref="Requirement"/>) where there is no Chromium.</summary>
    public async Task<IBrowserContext> NewSessionAsync() => await (await _browser.Value).CreateBrowserContextAsync();

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated && _browser.Value.IsCompletedSuccessfully)
        {
            await (await _browser.Value).DisposeAsync();
        }
    }

    private static async Task<IBrowser> StartAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var program = Programs
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        Requirement.Need(program is not null, "Chromium is needed to look at the studio's pages; install it (Debian: chromium).");
        return await Puppeteer.LaunchAsync(
            new LaunchOptions
            {
                ExecutablePath = program,
                HeadlessMode = program!.EndsWith("-shell", StringComparison.Ordinal) ? HeadlessMode.Shell : HeadlessMode.True,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                ],
            }
        );
    }
}
