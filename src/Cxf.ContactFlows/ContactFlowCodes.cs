namespace Cxf.ContactFlows;

/// <summary>The codes of contact-flow diagnostics. A code keeps its meaning for ever.</summary>
public static class ContactFlowCodes
{
    /// <summary>The document is not JSON, or contains text that is not Unicode.</summary>
    public const string NotJson = "CXF8101";

    /// <summary>Version, StartAction or Actions are missing or of another form.</summary>
    public const string Envelope = "CXF8102";

    /// <summary>An export in the console's old format, which the API refuses.</summary>
    public const string OldFormat = "CXF8103";

    /// <summary>An identifier that the service refuses.</summary>
    public const string Identifier = "CXF8104";

    /// <summary>Two actions of one identifier.</summary>
    public const string DuplicateIdentifier = "CXF8105";

    /// <summary>No such action type in the flow language.</summary>
    public const string UnknownType = "CXF8106";

    /// <summary>An action or a mode that Amazon Connect has and the simulator has not.</summary>
    public const string NotSimulated = "CXF8107";

    /// <summary>A transition to an action that does not exist.</summary>
    public const string UnknownTarget = "CXF8108";

    /// <summary>Transitions that are missing or of another form.</summary>
    public const string Transition = "CXF8109";

    /// <summary>A parameter that must be there and is not.</summary>
    public const string MissingParameter = "CXF8110";

    /// <summary>A parameter whose value the service refuses.</summary>
    public const string ParameterValue = "CXF8111";

    /// <summary>A parameter that the action does not have.</summary>
    public const string UnknownParameter = "CXF8112";

    /// <summary>An error branch that must be declared and is not.</summary>
    public const string MissingError = "CXF8113";

    /// <summary>An error branch that must not be declared.</summary>
    public const string UnexpectedError = "CXF8114";

    /// <summary>A condition that is missing, or that the action does not take.</summary>
    public const string Condition = "CXF8115";

    /// <summary>A comparison whose else branch is not given twice with the same target.</summary>
    public const string ElseBranch = "CXF8116";

    /// <summary>An action that no path reaches.</summary>
    public const string Unreachable = "CXF8117";

    /// <summary>More actions or more text than the service takes.</summary>
    public const string TooLarge = "CXF8118";

    /// <summary>A placeholder without a value.</summary>
    public const string Placeholder = "CXF8119";

    /// <summary>A test case that Amazon Connect or the simulator does not accept.</summary>
    public const string TestCase = "CXF8120";

    /// <summary>An invocation of a module, or an end of one, that does not keep to the module's contract.</summary>
    public const string ModuleContract = "CXF8121";

    /// <summary>A prompt in SSML that cannot be spoken, or that a value of a call can make so.</summary>
    public const string Markup = "CXF8122";

    /// <summary>An action that some channels do not have.</summary>
    public const string Channel = "CXF8123";
}
