namespace Cxf.ContactFlows.Simulation;

/// <summary>The simulated contact: what Amazon Connect knows about it before the flow starts.</summary>
public sealed record SimulatedContact
{
    /// <summary>The contact's id: one per call, since runs are named by it.</summary>
    public required string ContactId { get; init; }

    /// <summary>The ARN of the Connect instance. The tenant is proven by it.</summary>
    public required string InstanceArn { get; init; }

    /// <summary>VOICE unless said otherwise.</summary>
    public string Channel { get; init; } = "VOICE";

    /// <summary>en-US unless said otherwise.</summary>
    public string LanguageCode { get; init; } = "en-US";

    /// <summary>INBOUND unless said otherwise.</summary>
    public string InitiationMethod { get; init; } = "INBOUND";

    /// <summary>The caller's number, by default one that is reserved for examples (NANP 555-0100).</summary>
    public string CustomerAddress { get; init; } = "+12025550100";

    /// <summary>The number that was dialled, by default one that is reserved for examples.</summary>
    public string SystemAddress { get; init; } = "+12025550199";

    /// <summary>The voice until a contact flow chooses one.</summary>
    public const string DefaultVoice = "Joanna";

    /// <summary>
    /// The contact before this one, of a transferred call. Null: this one is the first, and is sent as its
    /// own.
    /// </summary>
    public string? PreviousContactId { get; init; }

    /// <summary>The ARN of the working queue that the contact comes with; null for none.</summary>
    public string? QueueArn { get; init; }

    /// <summary>The name of the working queue; null for the last part of its ARN.</summary>
    public string? QueueName { get; init; }

    /// <summary>Attributes that the contact brings along.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>The region of the instance, from its ARN.</summary>
    public string Region => InstanceArn.Split(':') is { Length: > 3 } parts ? parts[3] : "";
}
