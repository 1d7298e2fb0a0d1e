namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Version of an HTTP API's payload.</summary>
public enum HttpApiVersion
{
    V1 = 0,
    V2 = 1,
}
