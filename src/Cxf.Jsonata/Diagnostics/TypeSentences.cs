namespace Cxf.Jsonata.Diagnostics;

/// <summary>The sentences for values of the wrong type, in JSONata's own words, with places for the particulars.</summary>
internal static class TypeSentences
{
    public static string? Of(string code) => code switch
    {
        "T0410" => "Argument {index} of function {token} does not match function signature",
        "T0411" => "Context value is not a compatible type with argument {index} of function {token}",
        "T0412" => "Argument {index} of function {token} must be an array of {type}",
        "T1003" => "Key in object structure must evaluate to a string; got: {value}",
        "T1005" => "Attempted to invoke a non-function. Did you mean ${name}?",
        "T1006" => "Attempted to invoke a non-function",
        "T1007" => "Attempted to partially apply a non-function. Did you mean ${name}?",
        "T1008" => "Attempted to partially apply a non-function",
        "T1010" => "The matcher function argument passed to function {token} does not return the correct object structure",
        "T2001" => "The left side of the {token} operator must evaluate to a number",
        "T2002" => "The right side of the {token} operator must evaluate to a number",
        "T2003" => "The left side of the range operator (..) must evaluate to an integer",
        "T2004" => "The right side of the range operator (..) must evaluate to an integer",
        "T2006" => "The right side of the function application operator ~> must be a function",
        "T2007" => "Type mismatch when comparing values {value} and {value2} in order-by clause",
        "T2008" => "The expressions within an order-by clause must evaluate to numeric or string values",
        "T2009" => "The values {value} and {value2} either side of operator {token} must be of the same data type",
        "T2010" => "The expressions either side of operator {token} must evaluate to numeric or string values",
        "T2011" => "The insert/update clause of the transform expression must evaluate to an object: {value}",
        "T2012" => "The delete clause of the transform expression must evaluate to a string or array of strings: {value}",
        "T2013" => "The transform expression clones the input object using the $clone() function.  This has been overridden in the current scope by a non-function.",
        _ => null,
    };
}
