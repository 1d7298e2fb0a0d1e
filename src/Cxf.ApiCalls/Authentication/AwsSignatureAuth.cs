namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// Kind <c>awsSignature</c>: AWS Signature Version 4. Secret: <c>{"accessKeyId": …, "secretAccessKey": …, "sessionToken": …}</c>,
/// the last only for temporary keys.
/// </summary>
/// <param name="Region">The region that signatures are scoped to, e.g. <c>eu-central-1</c>.</param>
/// <param name="Service">The service's signing name, e.g. <c>execute-api</c>.</param>
public sealed record AwsSignatureAuth(string Region, string Service) : ApiAuth;
