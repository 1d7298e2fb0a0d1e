namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>Settings of a <see cref="LambdaBootstrap"/>.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API; by default what Lambda says in AWS_LAMBDA_RUNTIME_API.</summary>
    public string? RuntimeApiEndpoint { get; set; }
}
