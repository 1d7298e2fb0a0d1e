namespace Cxf.Jsonata.Signatures;

/// <summary>The parameters of a function, such as <c>&lt;s-nn?:s&gt;</c>; the part after the colon is not checked.</summary>
internal sealed class Signature
{
    private readonly SignatureParameter[] _parameters;

    private Signature(string text, SignatureParameter[] parameters)
    {
        Text = text;
        _parameters = parameters;
    }

    public string Text { get; }

    /// <summary>The parameters, in order.</summary>
    public IReadOnlyList<SignatureParameter> Parameters => _parameters;

    /// <summary>The letter of the function's result; <c>x</c> if the signature has none.</summary>
    public char ResultLetter =>
        Text.LastIndexOf(':') is >= 0 and var colon && !Text.AsSpan(colon).Contains('(') && colon + 1 < Text.Length
            ? Text[colon + 1]
            : 'x';

    /// <summary>Reads a signature.</summary>
    /// <exception cref="JsonataException"><c>S0401</c>, <c>S0402</c>, at its position from <paramref
    /// name="position"/>.</exception>
    public static Signature Parse(string text, int position = 0) => new(text, SignatureReader.Read(text, position));

    /// <summary>Whether the context may replace an argument if this number of arguments is given.</summary>
    public bool MayTakeContext(int arguments)
    {
        var context = Array.FindIndex(_parameters, parameter => parameter.UsesContext);
        if (context < 0 || arguments >= _parameters.Length)
        {
            return false;
        }

        // A parameter that accepts anything takes the first argument; others may leave it to the next parameter.
        return _parameters[context].Type != 'x' || arguments <= context;
    }

    /// <summary>
    /// The arguments in the form that the function expects: the context replaces a missing one, and single values are put into
    /// arrays. May change and return the given array.
    /// </summary>
    public JsonataValue[] Bind(JsonataValue[] arguments, in JsonataValue context) =>
        TryBindInOrder(arguments, context, out var bound) ? bound : SignatureMatcher.Bind(_parameters, arguments, context);

    /// <summary>The usual case: the arguments match the first parameters one by one, and the rest may be missing.</summary>
    private bool TryBindInOrder(JsonataValue[] arguments, in JsonataValue context, out JsonataValue[] bound)
    {
        bound = arguments;
        if (arguments.Length > _parameters.Length)
        {
            return false;
        }

        for (var index = 0; index < _parameters.Length; index++)
        {
            var parameter = _parameters[index];
            if (parameter.IsRepeated || (index >= arguments.Length && (!parameter.IsOptional || parameter.UsesContext)))
            {
                return false;
            }

            if (index < arguments.Length && !Fits(parameter, ref arguments[index]))
            {
                return false;
            }
        }

        if (arguments.Length < _parameters.Length)
        {
            bound = new JsonataValue[_parameters.Length];
            arguments.CopyTo(bound, 0);
        }

        return true;
    }

    private static bool Fits(SignatureParameter parameter, ref JsonataValue argument)
    {
        var kind = SignatureMatcher.KindOf(argument);
        if (!parameter.Takes(kind))
        {
            return false;
        }

        if (parameter.Type != 'a' || kind == 'm')
        {
            return true;
        }

        if (kind == 'a')
        {
            return parameter.Subtype is null || SignatureMatcher.ItemsAre(argument, parameter.Subtype[0]);
        }

        if (parameter.Subtype is not null && (parameter.Subtype.Length != 1 || parameter.Subtype[0] != kind))
        {
            return false;
        }

        argument = new JsonataValue(new Values.ItemArray([argument]));
        return true;
    }
}

/// <summary>One parameter of a signature.</summary>
/// <param name="Type">Its letter: <c>s n b l o a f j x</c>, or <c>(</c> for a choice.</param>
/// <param name="Allowed">The letters of the accepted kinds; <c>m</c> is a missing argument.</param>
internal sealed record SignatureParameter(char Type, string Allowed)
{
    /// <summary>The argument may be missing.</summary>
    public bool IsOptional { get; set; }

    /// <summary>The argument may be repeated.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>The context replaces a missing argument.</summary>
    public bool UsesContext { get; set; }

    /// <summary>The type of an array's items or of a function's parameters; null for anything.</summary>
    public string? Subtype { get; set; }

    public bool Takes(char kind) => Allowed.Contains(kind);
}
