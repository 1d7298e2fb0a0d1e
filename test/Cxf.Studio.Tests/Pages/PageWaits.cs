using PuppeteerSharp;

namespace Cxf.Studio.Tests.Pages;

/// <summary>Waits for what a page is to become.</summary>
internal static class PageWaits
{
    // Asked in every frame, as is the default, the question takes more of the processor than the page.
    private static readonly WaitForFunctionOptions Unhurried = new() { PollingInterval = 40 };

    /// <summary>Waits until a function in the page gives true.</summary>
    /// <exception cref="PuppeteerException">It did not in the page's default time.</exception>
    public static Task BecomesAsync(this IPage page, string function, params object[] arguments) =>
        page.WaitForFunctionAsync(function, Unhurried, arguments);
}
