namespace Cxf.Local.AwsServices;

/// <summary>
/// A service of AWS that <c>cxf</c> asks through a client of its own on AWSSDK.Core's pipeline (credentials, signing, retries):
/// package feeds that have AWSSDK.Core do not always have the service's package, and few operations are needed.
/// </summary>
/// <param name="Id">
/// The service's ID in settings: <c>AWS_ENDPOINT_URL_CLOUDWATCH_LOGS</c> is the address of CloudWatch Logs.
/// </param>
/// <param name="Host">The first part of its host name.</param>
/// <param name="SigningName">Its name in signatures.</param>
/// <param name="ApiVersion">The version of its API.</param>
internal sealed record AwsService(string Id, string Host, string SigningName, string ApiVersion)
{
    /// <summary>CloudWatch, which has the alarms.</summary>
    public static AwsService CloudWatch { get; } =
        new("CloudWatch", "monitoring", "monitoring", "2010-08-01")
        {
            Target = "GraniteServiceVersion20100801",
            ContentType = "application/x-amz-json-1.0",
        };

    /// <summary>CloudWatch Logs.</summary>
    public static AwsService CloudWatchLogs { get; } =
        new("CloudWatch Logs", "logs", "logs", "2014-03-28")
        {
            Target = "Logs_20140328",
            ContentType = "application/x-amz-json-1.1",
        };

    /// <summary>Amazon Connect.</summary>
    public static AwsService Connect { get; } = new("Connect", "connect", "connect", "2017-08-08");

    /// <summary>Identity and Access Management, one for all regions.</summary>
    public static AwsService Iam { get; } = new("IAM", "iam", "iam", "2010-05-08") { IsGlobal = true };

    /// <summary>Lambda.</summary>
    public static AwsService Lambda { get; } = new("Lambda", "lambda", "lambda", "2015-03-31");

    /// <summary>Simple Queue Service.</summary>
    public static AwsService Sqs { get; } =
        new("SQS", "sqs", "sqs", "2012-11-05") { Target = "AmazonSQS", ContentType = "application/x-amz-json-1.0" };

    /// <summary>What the header X-Amz-Target names before the operation, where the protocol is AWS JSON. Default: none.</summary>
    public string? Target { get; private init; }

    /// <summary>The type of requests. Default: JSON, as REST services take it.</summary>
    public string ContentType { get; private init; } = "application/json";

    /// <summary>Whether one host serves all regions; then requests are forms and answers are XML. Default: no.</summary>
    public bool IsGlobal { get; private init; }
}
