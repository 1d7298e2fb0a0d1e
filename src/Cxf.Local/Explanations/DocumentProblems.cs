using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Requests;
using Cxf.ContactFlows;
using Cxf.Documents;
using Cxf.Local.Stores;
using Cxf.Local.Stubs;

namespace Cxf.Local.Explanations;

/// <summary>
/// The codes of problems in documents other than flows. Those of flows come from the rules themselves
/// (<see cref="Flows.Catalogue.DiagnosticCatalogue"/>).
/// </summary>
internal static class DocumentProblems
{
    /// <summary>By the order of their codes.</summary>
    public static IReadOnlyList<Explanation> All { get; } =
    [
        .. Shape(ExplainedKind.Connection, ConnectionCodes.Shape, "connection"),
        Connection(
            ConnectionCodes.UrlUnusable,
            "The base URL, or a token endpoint, is not a URL that calls can use.",
            "It must be an absolute https URL without user, query or fragment."
        ),
        Connection(
            ConnectionCodes.PlainHttp,
            "The connection uses plain HTTP.",
            "Anybody on the way could read the payload and the credentials. "
                + "Only a deployment with AllowPlainHttp makes such calls."
        ),
        Connection(
            ConnectionCodes.HeaderRefused,
            "A header that a connection may not set, or that is not a valid header.",
            "The HTTP client sets headers such as Host and Content-Length itself."
        ),
        Connection(
            ConnectionCodes.SecretInHeader,
            "A default header looks as if it carried a secret.",
            "Connections are stored in plain text. A secret belongs in Parameter Store, where the connection's auth reads it."
        ),
        Connection(
            ConnectionCodes.MethodUnusable,
            "A method that cannot be allowed.",
            "Calls use GET, HEAD, POST, PUT, PATCH and DELETE."
        ),
        Connection(
            ConnectionCodes.HostUnusable,
            "A redirect host that is not a plain host name.",
            "Write host or host:port, without https:// and without a path."
        ),
        Connection(
            ConnectionCodes.LimitPointless,
            "A time limit that another one makes pointless.",
            "The shorter of the two always ends the call first."
        ),
        Connection(
            ConnectionCodes.SecretInDocument,
            "A member that looks like a secret.",
            "Connections are stored in plain text and may be in version control. Put the secret into Parameter Store."
        ),
        Connection(
            ConnectionCodes.ScopeUnusable,
            "A region or service that no AWS signature can have.",
            "AWS would refuse every request of the connection."
        ),
        Connection(
            ConnectionCodes.HeaderSigned,
            "A header that the connection's AWS signature sets.",
            "Two values of one header would make the signature wrong."
        ),
        Connection(
            ConnectionCodes.ClientAuthenticatedTwice,
            "A client that authenticates with a secret and with an assertion.",
            "The standard (RFC 6749, section 2.3) allows one method in a request."
        ),
        Connection(
            ConnectionCodes.LimitWithoutEffect,
            "A limit of calls that limits nothing.",
            "Another limit is always reached first, or the member is empty."
        ),
        Connection(
            ConnectionCodes.TenantLimitsDiffer,
            "Connections of one tenant name different limits of the tenant.",
            "The calls of all of them are counted together, so there can be only one limit."
        ),
        .. Shape(ExplainedKind.Request, RequestCodes.Shape, "event of CallApi"),
        Request(RequestCodes.IdentifierInvalid, "A tenant or connection id that breaks the rule for ids."),
        Request(RequestCodes.DeadlineInvalid, "A deadline that is neither an ISO 8601 time nor milliseconds since 1970."),
        Request(RequestCodes.PagingNeedsGet, "Paging with a method other than GET."),
        Request(RequestCodes.FallbackNeedsGet, "A fallback with a method other than GET."),
        Request(RequestCodes.PagingPointer, "A text in paging that is not a JSON pointer."),
        .. Shape(ExplainedKind.Folder, InstanceCodes.Shape, "file of the deployment folder"),
        Folder(
            InstanceCodes.InstanceArn,
            "A name that is not the ARN of an Amazon Connect instance.",
            "The functions compare it with the ARN in each event of Amazon Connect, so it would never match."
        ),
        Folder(
            InstanceCodes.TenantUnknown,
            "A tenant that the folder does not have.",
            "A call for this tenant would be refused."
        ),
        Folder(
            InstanceCodes.TenantUnbound,
            "A tenant that no Connect instance may act for.",
            "Every call for the tenant ends with TenantNotAllowed. Add the tenant to an instance in instances.json."
        ),
        Folder(
            InstanceCodes.BadName,
            "A folder or file whose name is not an id.",
            "Tenants, connections and flows are named by their files: 1 to 64 of A-Z a-z 0-9 _ -."
        ),
        Folder(InstanceCodes.Unreadable, "A file that cannot be read.", "Nothing in it was checked or published."),
        Folder(
            InstanceCodes.WrongKind,
            "A document of another kind than its folder holds.",
            "A file in tenants/<tenant>/flows must be a flow. Move the file."
        ),
        Folder(
            InstanceCodes.DescriptionUnreadable,
            "A description of an API that cannot be read.",
            "Flows that call over the connection are not checked with it, and their operations are not known."
        ),
        Folder(
            InstanceCodes.DescriptionOrphaned,
            "A description of an API without a connection of the same name.",
            "No flow is checked with it."
        ),
        .. ContactFlows,
        new(
            CommandCodes.File,
            ExplainedKind.Command,
            "A file or folder cannot be read or written.",
            "The message names it. The rest of the command was not executed.",
            "you",
            ["Does the path exist, may you write there, and is there room on the disk?"],
            [InstanceCodes.Unreadable]
        ),
        new(
            CommandCodes.Bug,
            ExplainedKind.Command,
            "cxf failed because of a mistake in itself.",
            "The details are in the file that the message names. They contain no document of yours, but may contain paths.",
            "the developers of cxf",
            ["Report it with that file and the command that you typed."],
            []
        ),
        new(
            CommandCodes.NotDescribed,
            ExplainedKind.Command,
            "A stub cannot answer for a connection without a description.",
            "cxf call --stub makes answers of the description that cxf connection import stores beside a connection.",
            "the author of the deployment folder",
            [$"Import the OpenAPI document of the API: {DescriptionFiles.ImportCommand("TENANT", "CONNECTION")}."],
            [CommandCodes.Fault]
        ),
        new(
            CommandCodes.Fault,
            ExplainedKind.Command,
            "A fault that the stub cannot have.",
            $"A fault is {StubFault.Grammar}. Nothing was called.",
            "you",
            ["cxf connection show CONNECTION --tenant TENANT lists the operations."],
            [CommandCodes.NotDescribed]
        ),
    ];

    private static IEnumerable<Explanation> ContactFlows =>
        [
            ContactFlow(ContactFlowCodes.NotJson, "The document is not JSON, or contains text that is not Unicode."),
            ContactFlow(ContactFlowCodes.Envelope, "Version, StartAction or Actions are missing or malformed."),
            ContactFlow(
                ContactFlowCodes.OldFormat,
                "An export in the console's old format.",
                "The API refuses it. Open the flow in the console and export it again, or copy it with DescribeContactFlow."
            ),
            ContactFlow(ContactFlowCodes.Identifier, "An identifier that Amazon Connect refuses."),
            ContactFlow(ContactFlowCodes.DuplicateIdentifier, "Two actions have the same identifier."),
            ContactFlow(ContactFlowCodes.UnknownType, "An action type that the flow language does not have."),
            ContactFlow(
                ContactFlowCodes.NotSimulated,
                "An action or a mode that Amazon Connect has and the simulator does not.",
                "The flow is not wrong. A simulated call ends there, or continues as the message says."
            ),
            ContactFlow(ContactFlowCodes.UnknownTarget, "A transition to an action that does not exist."),
            ContactFlow(ContactFlowCodes.Transition, "Transitions are missing or malformed."),
            ContactFlow(ContactFlowCodes.MissingParameter, "A required parameter is missing."),
            ContactFlow(ContactFlowCodes.ParameterValue, "A parameter has a value that Amazon Connect refuses."),
            ContactFlow(ContactFlowCodes.UnknownParameter, "A parameter that the action does not have."),
            ContactFlow(ContactFlowCodes.MissingError, "An error branch that must be declared is missing."),
            ContactFlow(ContactFlowCodes.UnexpectedError, "An error branch that the action does not have."),
            ContactFlow(ContactFlowCodes.Condition, "A condition is missing, or the action does not take it."),
            ContactFlow(
                ContactFlowCodes.ElseBranch,
                "The else branch of a comparison is not given twice with the same target.",
                "NextAction and the error NoMatchingCondition must both name it."
            ),
            ContactFlow(
                ContactFlowCodes.Unreachable,
                "An action that no path reaches.",
                "Amazon Connect accepts it, but no caller ever reaches it."
            ),
            ContactFlow(ContactFlowCodes.TooLarge, "More actions or more text than Amazon Connect accepts."),
            ContactFlow(ContactFlowCodes.Placeholder, "A placeholder ${Name} without a value.", "Set it with --set Name=value."),
            ContactFlow(
                ContactFlowCodes.TestCase,
                "A test case that Amazon Connect or the simulator does not accept.",
                "Correct the member that the message names."
            ),
            ContactFlow(
                ContactFlowCodes.ModuleContract,
                "An invocation of a module, or an end of one, that does not keep to the module's contract.",
                "Amazon Connect would refuse the contact flow or the module."
            ),
            ContactFlow(
                ContactFlowCodes.Markup,
                "A prompt in SSML that cannot be spoken, or that a value in it can make so.",
                "Amazon Connect accepts the contact flow, but at this prompt the call takes the error branch."
            ),
            ContactFlow(
                ContactFlowCodes.Channel,
                "An action that some channels do not have.",
                "Amazon Connect accepts the contact flow, but on that channel the action takes the error branch."
            ),
        ];

    private static IEnumerable<Explanation> Shape(ExplainedKind kind, ShapeCodes codes, string document)
    {
        (string? Code, string Title, string Meaning)[] problems =
        [
            (codes.Syntax, "The text is not JSON.", "Nothing of the document can be read."),
            (codes.Duplicate, "An object has the same name twice.", "Readers would use only one of the values."),
            (codes.Missing, "A required member is missing.", $"The {document} cannot be used without it."),
            (
                codes.Unknown,
                "A member that does not exist at this place.",
                "It would be ignored, although its author meant something by it."
            ),
            (codes.WrongType, "A value of the wrong JSON type.", "What is written cannot be what is meant."),
            (
                codes.OutOfRange,
                "A number outside its bounds, or text that is empty or too long.",
                "The message names the bounds."
            ),
            (codes.NotAWord, "Text that is not one of the words allowed there.", "The message lists the words."),
            (
                codes.ByteOrderMark,
                "A byte order mark at the start of the file.",
                "Some tools refuse it. Save the file as UTF-8 without it."
            ),
        ];
        return problems
            .Where(problem => problem.Code is not null)
            .Select(problem => Of(kind, problem.Code!, problem.Title, problem.Meaning));
    }

    private static Explanation Connection(string code, string title, string meaning) =>
        Of(ExplainedKind.Connection, code, title, meaning);

    private static Explanation Request(string code, string title) =>
        Of(ExplainedKind.Request, code, title, "Compiled flows do not send such events: it was written by hand.");

    private static Explanation Folder(string code, string title, string meaning) =>
        Of(ExplainedKind.Folder, code, title, meaning);

    private static Explanation ContactFlow(
        string code,
        string title,
        string meaning = "Amazon Connect would refuse the contact flow."
    ) => Of(ExplainedKind.ContactFlow, code, title, meaning);

    private static Explanation Of(ExplainedKind kind, string code, string title, string meaning) =>
        new(code, kind, title, meaning, Who(kind), Look, []);

    private static IReadOnlyList<string> Look =>
        ["The diagnostic names the file, the line and the column, and says what to change."];

    private static string Who(ExplainedKind kind) =>
        kind switch
        {
            ExplainedKind.ContactFlow => "the author of the contact flow",
            ExplainedKind.Request => "whoever sends the event",
            _ => "the author of the deployment folder",
        };
}
