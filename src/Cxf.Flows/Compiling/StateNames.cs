using System.Security.Cryptography;
using System.Text;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// The names of a machine's states and variables, each of which stands for one thing in the whole machine. A step keeps its
/// label; what a compiled-in flow brings along is prefixed with the calling step's label, and shortened by a hash where it
/// is too long or taken.
/// </summary>
internal sealed class StateNames
{
    private const int HashLength = 8;

    private readonly HashSet<string> _taken = [];
    private readonly List<string> _passes = [];

    /// <summary>A name of the flow itself, which its checks have found to be free.</summary>
    public string Own(string name)
    {
        _taken.Add(name);
        return name;
    }

    /// <summary>The name of something that the flow at a calling step brings along.</summary>
    public string Below(string callingStep, string name) => Free($"{callingStep}_{name}", $"{callingStep}/{name}");

    /// <summary>
    /// The variable that counts the passes of the loops of a scope. Scopes beside each other share it; one inside another has its
    /// own.
    /// </summary>
    /// <param name="depth">How many scopes there are around it, and with it.</param>
    public string Pass(int depth)
    {
        for (var next = _passes.Count + 1; next <= depth; next++)
        {
            _passes.Add(Free($"pass_{next}", $"pass/{next}"));
        }

        return _passes[depth - 1];
    }

    private string Free(string whole, string parts)
    {
        if (whole.Length <= StepLabel.MaxLength && _taken.Add(whole))
        {
            return whole;
        }

        // An author may have used the very name that the hash makes.
        var shortened = "";
        do
        {
            shortened = Shorten(whole, parts);
            parts += "/";
        } while (!_taken.Add(shortened));
        return shortened;
    }

    /// <summary>The name of a further state that a step needs. It has a space, so that no label can equal it.</summary>
    public static string Beside(string step, string purpose)
    {
        var whole = $"{step} {purpose}";
        return whole.Length <= StepLabel.MaxLength ? whole : $"{Shorten(whole, whole, purpose.Length + 1)} {purpose}";
    }

    // The hash is of the parts with a sign between them that no name has: a_b + c is not a + b_c.
    private static string Shorten(string whole, string parts, int room = 0)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..HashLength];
        return $"{whole[..Math.Min(whole.Length, StepLabel.MaxLength - HashLength - 1 - room)]}_{hash}";
    }
}
