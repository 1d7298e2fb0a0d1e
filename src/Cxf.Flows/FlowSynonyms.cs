using System.Collections.Frozen;

namespace Cxf.Flows;

/// <summary>
/// What people write who know another format, for the words and members of flow documents. A word is proposed only where it is
/// one of those allowed.
/// </summary>
internal static class FlowSynonyms
{
    public static IReadOnlyDictionary<string, string[]> All { get; } =
        new (string Right, string Wrong)[]
        {
            // Kinds of steps.
            ("restApi", "http rest api request httprequest invoke apicall callapi webservice webhook get post"),
            ("decision", "choice if switch condition branch when"),
            ("transform", "pass set assign code script variables mapping"),
            ("wait", "sleep delay pause timer"),
            ("parallel", "fork concurrent"),
            ("forEach", "map loop iterate for each repeat iterator"),
            ("runFlow", "flow subflow call callflow execute runsubflow child startexecution"),
            ("respond", "end success succeed answer return reply say speak output finish"),
            ("fail", "error throw failure abort raise"),
            // Members.
            ("kind", "type step"),
            ("next", "then goto to after nextstep"),
            ("otherwise", "else default fallback"),
            ("when", "if condition test expression"),
            ("message", "text say prompt speech body answer"),
            ("path", "url uri endpoint resource"),
            ("query", "params parameters querystring queryparameters search"),
            ("headers", "header"),
            ("body", "data json payload content requestbody"),
            ("onError", "catch errors onerrors error onfailure"),
            ("undo", "compensate compensation rollback revert cancel onfail"),
            ("assign", "variables set values vars"),
            ("select", "resultselector pick filter"),
            ("start", "startat begin first entry"),
            ("steps", "states nodes tasks"),
            ("flowId", "id name flow"),
            ("input", "contract schema payload"),
            ("connection", "connector credential"),
            ("method", "verb httpmethod"),
            ("timeoutSeconds", "timeout timeoutms timelimit"),
            ("attempts", "maxattempts retries count times"),
            ("on", "errorequals errors"),
            ("intervalSeconds", "interval delay"),
            ("seconds", "duration delay timeout time"),
            ("until", "timestamp at"),
            ("atMostSeconds", "max maxseconds limit"),
            ("atMost", "max maxitems limit"),
            ("items", "list itemspath array in"),
            ("concurrency", "maxconcurrency parallel"),
            ("outputs", "output result results"),
            ("choices", "cases branches rules"),
            ("expect", "expected assert then result"),
            ("answers", "stubs mocks responses replies"),
            ("payload", "input data parameters"),
            ("description", "comment notes"),
            ("tests", "test examples"),
            // Values of members.
            ("waits", "wait sync synchronous true"),
            ("continues", "continue async asynchronous false"),
            ("customerNumber", "callernumber caller phone phonenumber from customerphone ani customerendpoint"),
            ("systemNumber", "dnis to systemendpoint dialednumber"),
            ("SUCCEEDED", "ok success succeed done passed"),
            ("FAILED", "error fail failure"),
            ("REJECTED", "refused reject invalid"),
            ("integer", "int long int32"),
            ("number", "float double decimal numeric"),
            ("boolean", "bool flag"),
            ("string", "str text varchar char"),
            ("array", "list"),
            ("object", "dict map json"),
            ("minLength", "minlen"),
            ("maxLength", "maxlen"),
            ("minimum", "min"),
            ("maximum", "max"),
            ("pattern", "regex regexp format"),
            ("properties", "fields members props"),
            ("enum", "values options oneof"),
            ("additionalProperties", "additional open"),
            ("GET", "read"),
            ("POST", "create"),
            // Error codes, and what carries them in other formats.
            ("any", "states.all * all default else other otherwise"),
            ("ApiTimeout", "timeout states.timeout 408 504"),
            ("FlowTimeout", "timeout"),
            ("ApiThrottled", "429 throttled toomanyrequests"),
            ("ApiUnavailable", "500 502 503 5xx unavailable servererror"),
            ("ApiNotFound", "404 notfound"),
            ("ApiUnauthorized", "401 403 unauthorized forbidden"),
            ("ApiRejected", "400 409 422 4xx rejected badrequest"),
            ("ApiBadAnswer", "badanswer parseerror"),
            ("ApiTooLarge", "413 toolarge"),
            ("FlowExpression", "states.queryevaluationerror expression"),
            ("FlowFailed", "states.taskfailed failed"),
            ("timeOut", "timeout"),
            // Functions.
            ("length", "len strlen"),
            ("count", "size"),
            ("uppercase", "upper toupper touppercase"),
            ("lowercase", "lower tolower tolowercase"),
            ("string", "tostring str"),
            ("number", "tonumber parseint parsefloat int"),
            ("substring", "substr slice mid left"),
            ("contains", "includes has instr"),
            ("merge", "assign extend"),
            ("append", "concat push"),
            ("average", "avg mean"),
            ("toMillis", "todate parsedate"),
            ("fromMillis", "formatdate datetime"),
            ("exists", "isset defined isdefined notnull"),
        }
            .SelectMany(pair => pair.Wrong.Split(' ').Select(wrong => (wrong, pair.Right)))
            .GroupBy(pair => pair.wrong, pair => pair.Right)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
}
