using System.Net.Sockets;
using Amazon.Runtime;

namespace Cxf.Local.Deployment;

/// <summary>How a deployment does not answer: it refuses, it is not there, or it takes too long.</summary>
internal static class NoAnswer
{
    /// <summary>Whether an exception says so.</summary>
    public static bool Is(Exception exception) =>
        exception
            is AmazonServiceException
                or AmazonClientException
                or HttpRequestException
                or SocketException
                or TimeoutException;
}
