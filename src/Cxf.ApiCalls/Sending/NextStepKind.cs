namespace Cxf.ApiCalls.Sending;

/// <summary>The possible steps after an attempt.</summary>
internal enum NextStepKind
{
    /// <summary>The exchange is over.</summary>
    Finish,

    /// <summary>Go where the platform redirects to.</summary>
    Redirect,

    /// <summary>Renew the credentials and try again.</summary>
    Renew,

    /// <summary>Wait as the platform asks and try again.</summary>
    Wait,

    /// <summary>Try to connect again: nothing was sent.</summary>
    Reconnect,
}
