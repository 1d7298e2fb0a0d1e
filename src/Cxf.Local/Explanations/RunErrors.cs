using Cxf.ApiCalls;
using Cxf.Flows;

namespace Cxf.Local.Explanations;

/// <summary>The error codes of runs and of the calls that they make.</summary>
internal static class RunErrors
{
    private const string Author = "the author of the flow";
    private const string Operator = "the operator of the deployment";
    private const string ThirdParty = "the third party";
    private const string ContactFlowAuthor = "the author of the contact flow";

    /// <summary>The codes of calls first, then those of flows and requests.</summary>
    public static IReadOnlyList<Explanation> All { get; } =
    [
        Of(
            ErrorCodes.ApiTimeout,
            "The third party did not answer in time.",
            "The call had no whole answer within the step's timeoutSeconds, or before the run's time ended. The third party "
                + "may have done what it was asked: a repeated call carries the same idempotency key.",
            $"{ThirdParty}; {Author}, if the timeout is too short",
            [
                "The log line of the call (event 2001) shows firstByteMs and totalMs: was there any answer?",
                "Compare the step's timeoutSeconds with the third party's usual time.",
                "If the third party is slow for everybody, let the step continue to another step on ApiTimeout.",
            ],
            [ErrorCodes.ApiUnavailable, FlowErrorCodes.FlowTimeout]
        ),
        Of(
            ErrorCodes.ApiThrottled,
            "The third party, or a limit of the connection, asks for a longer wait than the step has time for.",
            "The third party answered 429, or 503 with Retry-After, or the connection's or the tenant's limit of calls "
                + "was reached, and the wait does not fit the step's timeout. Nothing was done.",
            $"{Operator}, who can ask the third party for a higher limit; {Author}",
            [
                "Does the log say event 2010 (the call waited for its limits)? "
                    + "Then compare the connection's limits with its traffic.",
                "Count the calls of the connection in the minutes before: which flow makes most of them?",
                "Give the step a retry with an intervalSeconds that is as long as the third party asks for.",
            ],
            [ErrorCodes.ApiUnavailable]
        ),
        Of(
            ErrorCodes.ApiUnavailable,
            "The third party cannot be reached, or answers with an error of its own.",
            "There was no connection, it broke, or the status was 5xx. The request itself may be right.",
            ThirdParty,
            [
                "Look at the third party's status page.",
                "Was there a warning that the connection's circuit breaker opened (event 2006)? "
                    + "The first failures before it are the cause.",
                "The log line's reason says which it was: a name that does not resolve, a refused connection, TLS, or a status.",
                "In a VPC: does the subnet have a way to the Internet (NAT), and does the security group allow it?",
            ],
            [ErrorCodes.ApiTimeout, ErrorCodes.ApiBlocked]
        ),
        Of(
            ErrorCodes.ApiNotFound,
            "The third party does not have what was asked for.",
            "The status was 404 or 410. For a search it is often a normal result.",
            Author,
            [
                "Is the path right? The log line of the call (event 2001) shows it.",
                "If it is a normal result, let the step continue to another step on ApiNotFound.",
            ],
            [ErrorCodes.ApiRejected, ErrorCodes.ApiMisconfigured]
        ),
        Of(
            ErrorCodes.ApiUnauthorized,
            "The third party refuses the credentials.",
            "The status was 401 or 403, also after new credentials were fetched, or the token endpoint refused them.",
            Operator,
            [
                "Does the secret exist, and is it the current one? "
                    + "A changed secret is used after the next 401, and after 20 minutes at the latest.",
                "Does the client have the rights (scopes) that this request needs?",
                "Is the clock of the third party right? Signatures and assertions are valid for minutes.",
            ],
            [ErrorCodes.ApiMisconfigured]
        ),
        Of(
            ErrorCodes.ApiRejected,
            "The third party understood the request and refuses it.",
            "The status was another 4xx, such as 400, 409 or 422. The same request will be refused again.",
            Author,
            [
                "Look at the third party's answer in the run's history: it usually names the field.",
                "Compare the body that was sent with the third party's documentation.",
                "Does the flow's contract let a value through that the third party refuses?",
            ],
            [FlowErrorCodes.PayloadInvalid, ErrorCodes.ApiNotFound]
        ),
        Of(
            ErrorCodes.ApiBadAnswer,
            "The third party's answer is not what its headers say.",
            "The body is not the JSON or the encoding that was announced, the paging does not end, "
                + "or a redirect cannot be followed.",
            $"{ThirdParty}; {Author}",
            [
                "Is the base URL that of the API, and not of a web page or a login form?",
                "Does the flow need the body? A step whose body nobody reads does not fail because of it.",
            ],
            [ErrorCodes.ApiTooLarge]
        ),
        Of(
            ErrorCodes.ApiTooLarge,
            "A request or an answer is too large.",
            "A state of Step Functions holds at most 256 KiB, so a larger answer cannot be used by the flow.",
            Author,
            [
                "Use the step's select to keep only what the flow needs.",
                "Ask the third party for fewer records or fewer fields (query).",
            ],
            [ErrorCodes.ApiBadAnswer]
        ),
        Of(
            ErrorCodes.ApiBlocked,
            "The address of the call is not allowed.",
            "The address, or where a redirect leads, is a private, local or cloud-internal one, or plain HTTP.",
            Operator,
            [
                "Is the host of the connection public? Private ranges need the parameter AllowedPrivateRanges, and a VPC.",
                "Is it http instead of https? That needs the parameter AllowPlainHttp.",
                "Does a redirect lead to another host? Name it in the connection's redirectHosts.",
            ],
            [ErrorCodes.ApiMisconfigured, ErrorCodes.ApiUnavailable]
        ),
        Of(
            ErrorCodes.ApiMisconfigured,
            "The connection, its secret or the request is wrong in itself.",
            "The call was not sent. It fails the same way until a person changes something.",
            Operator,
            [
                "Does the tenant have the connection, and does the secret exist in Parameter Store?",
                "Does the secret have the members that the connection's auth needs?",
                "The log line's reason says which of them it is.",
            ],
            [ErrorCodes.ApiUnauthorized, ErrorCodes.ApiBlocked]
        ),
        Of(
            FlowErrorCodes.FlowFailed,
            "The flow ended in a fail step.",
            "The author of the flow decided that this path is a failure. The message is the one of the fail step. "
                + "On an error branch, the code is that of the failed step instead; "
                + "a fail step with an errorCode of its own sets that code.",
            Author,
            ["The run's history shows the last step before the fail step, and why the flow went there."],
            [FlowErrorCodes.FlowTimeout, FlowErrorCodes.FlowExpression]
        ),
        Of(
            FlowErrorCodes.FlowTimeout,
            "The flow did not end in time.",
            "The run took longer than it may take, or longer than the caller can wait. "
                + "What its steps did before that remains done.",
            $"{Author}; {ThirdParty}, if it was slow",
            [
                "The run's history shows the step that took longest.",
                "cxf check shows the longest path of the flow. "
                    + "A flow that can take longer than its caller waits should say \"caller\": \"continues\".",
            ],
            [ErrorCodes.ApiTimeout, FlowErrorCodes.Busy]
        ),
        Of(
            FlowErrorCodes.FlowExpression,
            "An expression of the flow has no usable value.",
            "JSONata could not evaluate an expression, or its value has the wrong type. Usually an answer did not have a field.",
            Author,
            [
                "The run's history names the step, the expression and the reason.",
                "Test for a field that may be missing: $exists($lookup.body.id) ? $lookup.body.id : \"none\".",
                "Write a flow test with the answer that the third party gave.",
            ],
            [ErrorCodes.ApiBadAnswer, "CXF2114"]
        ),
        Of(
            FlowErrorCodes.InvalidRequest,
            "The event is not a request to run a flow.",
            "It is not JSON, or it has no tenantId or flowId, or a value that cannot be used. Nothing was started.",
            ContactFlowAuthor,
            [
                "The message names the member. "
                    + "Compare the parameters of the Lambda block with events/ExecuteFlow/connect-press-5.json.",
            ],
            [FlowErrorCodes.PayloadInvalid, FlowErrorCodes.TenantNotAllowed]
        ),
        Of(
            FlowErrorCodes.TenantNotAllowed,
            "The caller of the function may not act for this tenant.",
            "The Connect instance is not one of the tenant's instances, or the direct form is off for the tenant.",
            Operator,
            [
                "Is the instance in the tenant's list in instances.json, and was the folder published?",
                "Is the tenantId of the contact flow spelled right? Ids are case-sensitive.",
            ],
            [FlowErrorCodes.FlowNotFound]
        ),
        Of(
            FlowErrorCodes.FlowNotFound,
            "The tenant has no flow with this id.",
            "Nothing was started.",
            $"{ContactFlowAuthor}; {Operator}",
            [
                "Is the flowId spelled right? Ids are case-sensitive.",
                "cxf versions TENANT/FLOW --stage STAGE shows whether the flow exists there.",
            ],
            [FlowErrorCodes.FlowNotLive, FlowErrorCodes.TenantNotAllowed]
        ),
        Of(
            FlowErrorCodes.FlowNotLive,
            "The flow exists, but no version of it is live.",
            "It was saved and never published, or its publish was rejected. Nothing was started.",
            Operator,
            ["cxf publish prints why a version is rejected. cxf versions TENANT/FLOW shows what is live."],
            [FlowErrorCodes.FlowNotFound]
        ),
        Of(
            FlowErrorCodes.PayloadInvalid,
            "The payload does not match the flow's contract.",
            "A required field is missing, or a value is not allowed. The message names the field. Nothing was started.",
            ContactFlowAuthor,
            [
                "Which field does the message name? Compare it with the flow's input.",
                "Did the caller press a key that the contact flow does not ask for?",
                "Was the contract changed after the contact flow was made? cxf diff shows what changed for callers.",
            ],
            [FlowErrorCodes.InvalidRequest]
        ),
        Of(
            FlowErrorCodes.RequestKeyConflict,
            "The same request key came with another payload.",
            "A run has the name of this request and another input. Nothing was started, because the run that exists must not be "
                + "confused with this one.",
            ContactFlowAuthor,
            [
                "Does the contact flow use one requestKey for two different requests of one call? Give each its own.",
                "Does the payload contain something that changes between Connect's tries, such as the time?",
            ],
            [FlowErrorCodes.RunNotFound]
        ),
        Of(
            FlowErrorCodes.RunNotFound,
            "The contact started no such run.",
            "The run does not exist, or it belongs to another contact or tenant. The answer is the same for all, so that nobody "
                + "learns what exists.",
            ContactFlowAuthor,
            [
                "Does the contact flow pass the runId that ExecuteFlow returned, from the same call?",
                "Records of runs are kept for 91 days.",
            ],
            [FlowErrorCodes.RunNotStarted]
        ),
        Of(
            FlowErrorCodes.RunNotStarted,
            "The run was asked for, but it never began.",
            "The function ended between the request and the start. Nothing was done. "
                + "Starting it again is safe, because its name stays the same.",
            ContactFlowAuthor,
            ["Let the contact flow run the ExecuteFlow block again with the same requestKey."],
            [FlowErrorCodes.RunNotFound, FlowErrorCodes.Busy]
        ),
        Of(
            FlowErrorCodes.Busy,
            "AWS takes no requests at the moment.",
            "DynamoDB or Step Functions did not answer or throttled. Nothing was started; asking again may work.",
            Operator,
            [
                "The AWS Health dashboard, and the quotas of Step Functions (StartExecution) of the account.",
                "The alarms of the stack: does one service fail, or all?",
            ],
            [FlowErrorCodes.RunNotStarted, FlowErrorCodes.Internal]
        ),
        Of(
            FlowErrorCodes.Internal,
            "Something is wrong on our side.",
            "A permission is missing, a record cannot be read, or there is a bug. The caller hears an apology.",
            Operator,
            [
                "The log line of level Error with this contactId names the cause: exceptionType, awsErrorCode, awsRequestId.",
                "Was something deployed or changed by hand? A missing permission shows as AccessDeniedException.",
            ],
            [FlowErrorCodes.Busy]
        ),
    ];

    private static Explanation Of(
        string code,
        string title,
        string meaning,
        string who,
        IReadOnlyList<string> checkFirst,
        IReadOnlyList<string> related
    ) => new(code, ExplainedKind.Run, title, meaning, who, checkFirst, related);
}
