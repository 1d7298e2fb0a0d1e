namespace Cxf.Flows.Runs;

/// <summary>What a request says of the contact behind it; texts are empty where Connect sent nothing.</summary>
/// <param name="ContactId">The contact's id, or <c>direct</c>.</param>
/// <param name="InstanceArn">The Connect instance; empty for the direct form.</param>
/// <param name="Channel">VOICE, CHAT, TASK or EMAIL.</param>
/// <param name="LanguageCode">The flow's language, e.g. <c>en-US</c>.</param>
/// <param name="InitiationMethod">INBOUND, OUTBOUND, TRANSFER, CALLBACK, API …</param>
/// <param name="CustomerNumber">The caller's address. Personal.</param>
/// <param name="SystemNumber">The address that was called.</param>
public sealed record ContactFacts(
    string ContactId,
    string InstanceArn,
    string Channel,
    string LanguageCode,
    string InitiationMethod,
    string CustomerNumber,
    string SystemNumber
);
