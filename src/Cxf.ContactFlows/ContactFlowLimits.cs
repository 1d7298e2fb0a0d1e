namespace Cxf.ContactFlows;

/// <summary>The service's limits on contact flows, each with its source.</summary>
internal static class ContactFlowLimits
{
    /// <summary>Actions per flow. Refused by CreateContactFlow beyond it.</summary>
    public const int Actions = 250;

    /// <summary>Characters of a flow's content. AWS::Connect::ContactFlow, property Content.</summary>
    public const int ContentCharacters = 256_000;

    /// <summary>Characters of an identifier. APIReference/flow-language-actions.html</summary>
    public const int IdentifierCharacters = 50;

    /// <summary>Seconds a synchronous invocation may take. adminguide/invoke-lambda-function-block.html</summary>
    public const int SynchronousSeconds = 8;

    /// <summary>Seconds an asynchronous invocation may take. adminguide/invoke-lambda-function-block.html</summary>
    public const int AsynchronousSeconds = 60;

    /// <summary>
    /// Seconds that invocations with no prompt between them may take together. adminguide/connect-lambda-functions.html
    /// </summary>
    public const int InvocationChainSeconds = 20;

    /// <summary>Bytes of a function's answer. adminguide/connect-lambda-functions.html</summary>
    public const int AnswerBytes = 32 * 1024;

    /// <summary>
    /// Times one invocation action calls the function, all within its time limit: the first try and the retries that
    /// adminguide/connect-lambda-functions.html promises on errors and throttles ("up to three times", read as the total).
    /// </summary>
    public const int InvocationTries = 3;

    /// <summary>
    /// Bytes of all attributes of a contact, names and values, and likewise of a flow's.
    /// adminguide/connect-contact-attributes.html
    /// </summary>
    public const int AttributeBytes = 32 * 1024;

    /// <summary>Modules inside of modules: five deep. adminguide/contact-flow-modules.html</summary>
    public const int ModuleDepth = 5;

    /// <summary>Seconds a Wait may last: seven days. APIReference/flow-control-actions-wait.html</summary>
    public const int WaitSeconds = 604_800;
}
