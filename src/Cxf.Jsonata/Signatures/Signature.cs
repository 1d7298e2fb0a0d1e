namespace Cxf.Jsonata.Signatures;

/// <summary>What arguments a function takes, such as <c>&lt;s-nn?:s&gt;</c>; the part behind the colon is not checked.</summary>
internal sealed class Signature
{
    private readonly SignatureParameter[] _parameters;

    private Signature(string text, SignatureParameter[] parameters)
    {
        Text = text;
        _parameters = parameters;
    }

    public string Text { get; }

    /// <summary>What it takes, in order.</summary>
    public IReadOnlyList<SignatureParameter> Parameters => _parameters;

    /// <summary>The letter of what the function gives; <c>x</c> where the signature does not say.</summary>
    public char ResultLetter => Text.LastIndexOf(':') is >= 0 and var colon && !Text.AsSpan(colon).Contains('(') && colon + 1 < Text.Length ? Text[colon + 1] : 'x';

    /// <summary>Reads a signature.</summary>
    /// <exception cref="JsonataException"><c>S0401</c>, <c>S0402</c>, at its place from <paramref name="position"/>.</exception>
    public static Signature Parse(string text, int position = 0) => new(text, SignatureReader.Read(text, position));

    /// <summary>Whether the context may stand for an argument when so many are given.</summary>
    public bool MayTakeContext(int arguments)
    {
        var place = Array.FindIndex(_parameters, parameter => parameter.UsesContext);
        if (place < 0 || arguments >= _parameters.Length)
        {
            return false;
        }

        // A parameter that takes anything takes the first argument; another may leave it to the next parameter.
        return _parameters[place].Type != 'x' || arguments <= place;
    }

    /// <summary>
    /// The arguments as the function wants them: the context put in where it stands for a missing one, single values put
    /// into arrays. The given array may be returned, changed.
    /// </summary>
    public JsonataValue[] Bind(JsonataValue[] arguments, in JsonataValue context) =>
        TryBindInOrder(arguments, context, out var bound) ? bound : SignatureMatcher.Bind(_parameters, arguments, context);

    /// <summary>The usual case: the arguments answer the first parameters one by one, and the rest may be missing.</summary>
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
