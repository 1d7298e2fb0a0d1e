namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Version of the event that an authorizer gets.</summary>
public enum AuthorizerPayloadFormatVersion
{
    V1 = 0,
    V2 = 1,
}
