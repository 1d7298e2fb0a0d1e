namespace Amazon.Lambda.Annotations.ALB;

/// <summary>An Application Load Balancer calls the function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class ALBApiAttribute(string listenerArn, string pathPattern, int priority) : Attribute
{
    public string ListenerArn { get; set; } = listenerArn;

    public string PathPattern { get; set; } = pathPattern;

    public int Priority { get; set; } = priority;

    public bool MultiValueHeaders { get; set; }

    public string HostHeader { get; set; }

    public string HttpMethod { get; set; }

    public string HttpHeaderConditionName { get; set; }

    public string[] HttpHeaderConditionValues { get; set; }

    public string[] QueryStringConditions { get; set; }

    public string[] SourceIpConditions { get; set; }

    public string ResourceName { get; set; }
}
