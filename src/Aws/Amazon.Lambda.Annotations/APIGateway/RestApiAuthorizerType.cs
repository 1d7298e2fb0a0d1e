namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>What an authorizer decides by.</summary>
public enum RestApiAuthorizerType
{
    Token = 0,
    Request = 1,
}
