namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Who may call a function's address.</summary>
public enum FunctionUrlAuthType
{
    NONE = 0,
    AWS_IAM = 1,
}
