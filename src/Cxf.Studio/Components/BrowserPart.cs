using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Microsoft.JSInterop.Infrastructure;

namespace Cxf.Studio.Components;

/// <summary>
/// What a component has in the browser: an object that one of the studio's scripts makes. What asks for it before it is there
/// waits. A page can be left at any moment, also while the script is being loaded; whatever is asked after that does nothing.
/// </summary>
/// <param name="browser">The browser.</param>
/// <param name="component">Whose methods the script calls.</param>
internal sealed class BrowserPart<TComponent>(IJSRuntime browser, TComponent component) : IAsyncDisposable
    where TComponent : class
{
    private readonly TaskCompletionSource<IJSObjectReference?> _part = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DotNetObjectReference<TComponent> _component = DotNetObjectReference.Create(component);
    private bool _isLeft;

    /// <summary>Makes it.</summary>
    /// <param name="script">The script.</param>
    /// <param name="function">Its function, which is called with the element, the component and the arguments.</param>
    /// <param name="element">The place in the page.</param>
    /// <param name="arguments">What else the function takes.</param>
    public async Task StartAsync(string script, string function, ElementReference element, params object?[] arguments)
    {
        try
        {
            await using var module = await browser.InvokeAsync<IJSObjectReference>("import", script);
            if (!_isLeft)
            {
                var part = await module.InvokeAsync<IJSObjectReference>(function, [element, _component, .. arguments]);
                if (!_part.TrySetResult(part))
                {
                    await EndAsync(part);
                }
            }
        }
        catch (JSException) when (_isLeft)
        {
            // Its place in the page was gone before the script came to it.
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone.
        }
    }

    /// <summary>Calls one of its functions.</summary>
    public Task AskAsync(string function, params object?[] arguments) => AskAsync<IJSVoidResult>(function, arguments);

    /// <summary>Calls one of its functions and takes what it returns; the default after the page was left.</summary>
    public async Task<T?> AskAsync<T>(string function, params object?[] arguments)
    {
        if (await _part.Task is { } part && !_isLeft)
        {
            try
            {
                return await part.InvokeAsync<T>(function, arguments);
            }
            catch (JSException) when (_isLeft)
            {
                // It was ended before the call came to it.
            }
            catch (JSDisconnectedException)
            {
                // The browser is gone.
            }
        }

        return default;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _isLeft = true;
        try
        {
            if (!_part.TrySetResult(null) && await _part.Task is { } part)
            {
                await EndAsync(part);
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its part with it.
        }

        _component.Dispose();
    }

    private static async Task EndAsync(IJSObjectReference part)
    {
        await part.InvokeVoidAsync("dispose");
        await part.DisposeAsync();
    }
}
