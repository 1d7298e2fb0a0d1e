using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Cxf.Studio.Components;

/// <summary>
/// The connection between a page and its browser. It breaks when a machine sleeps; what a script of the page sent meanwhile is
/// lost.
/// </summary>
internal sealed class BrowserConnection : CircuitHandler
{
    private bool _wasLost;

    /// <summary>Happens when a connection that was lost is there again.</summary>
    public event Action? Restored;

    /// <inheritdoc />
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _wasLost = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_wasLost)
        {
            _wasLost = false;
            Restored?.Invoke();
        }

        return Task.CompletedTask;
    }
}
