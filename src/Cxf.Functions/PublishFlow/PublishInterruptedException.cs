namespace Cxf.Functions.PublishFlow;

/// <summary>Something else is going on with the same flow; the same request succeeds a little later.</summary>
internal sealed class PublishInterruptedException(string message) : Exception(message);
