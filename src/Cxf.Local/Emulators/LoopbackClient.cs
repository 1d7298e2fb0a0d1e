namespace Cxf.Local.Emulators;

/// <summary>HTTP clients for services on this machine.</summary>
internal static class LoopbackClient
{
    // A proxy would not find this machine.
    private static readonly SocketsHttpHandler Connections = new() { UseProxy = false };

    /// <summary>A client of one service, without a limit of time: the state that calls has its own.</summary>
    public static HttpClient Create(Uri service) =>
        new(Connections, disposeHandler: false) { BaseAddress = service, Timeout = Timeout.InfiniteTimeSpan };
}
