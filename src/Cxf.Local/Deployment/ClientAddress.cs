using Amazon;
using Amazon.Runtime;

namespace Cxf.Local.Deployment;

/// <summary>Where a client finds its service, if not where AWS's own settings say.</summary>
internal static class ClientAddress
{
    /// <summary>Sets a client's region and address.</summary>
    /// <param name="config">The client's settings.</param>
    /// <param name="region">The region; null for the one that AWS's own settings name.</param>
    /// <param name="endpoint">The address; null for the region's.</param>
    public static T At<T>(this T config, string? region, Uri? endpoint)
        where T : ClientConfig
    {
        if (region is not null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        if (endpoint is not null)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = region ?? LocalAccount.Region;
        }

        return config;
    }
}
