using System.Net;
using System.Net.Sockets;

namespace Cxf.Local.Tests.Emulators.StepFunctions;

/// <summary>A port of this machine where nobody listens: one that was free a moment ago.</summary>
internal static class ClosedPort
{
    public static Uri Address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
