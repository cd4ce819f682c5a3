using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace TheThingsStack.Generators.Binding;

/// <summary>Turns names of a reference into C# names by .NET's casing: <c>dev_eui</c> is <c>DevEui</c>, <c>UpdateAPIKey</c> is <c>UpdateApiKey</c>.</summary>
internal static class Names
{
    private const int Longest = 200;
    private const int MostUnderscores = 8;

    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    // Packages whose messages every gateway document carries; their version is not in the name.
    private static readonly string[] WellKnownPackages = ["googlerpc", "googleprotobuf", "GoogleProtobuf", "protobuf", "rpc"];

    /// <summary>The name of a type or a member; never empty, never a keyword.</summary>
    public static string Pascal(string name) => Make(name, isCamel: false);

    private static string Make(string name, bool isCamel)
    {
        // An underscore can come before the first character, and between any two.
        var result = name.Length <= Longest ? stackalloc char[2 * Longest + 1] : new char[(2 * name.Length) + 1];
        var length = 0;
        var isInWord = false;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!IsWordCharacter(c))
            {
                isInWord = false;
                continue;
            }

            if (isInWord && !StartsWord(name, i))
            {
                result[length++] = char.ToLowerInvariant(c);
                continue;
            }

            // 1_0 and 10 are two names: a separator between digits stays.
            if (length > 0 && char.IsDigit(result[length - 1]) && char.IsDigit(c))
                result[length++] = '_';
            result[length++] = char.ToUpperInvariant(c);
            isInWord = true;
        }

        if (length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(result[0]))
            return Shorten("_" + result.Slice(0, length).ToString());
        if (isCamel)
            result[0] = char.ToLowerInvariant(result[0]);
        return Shorten(result.Slice(0, length).ToString());
    }

    // Names are names of files and of metadata too, which count bytes.
    private static string Shorten(string name)
    {
        var bytes = 0;
        for (var i = 0; name.Length > Longest / 3 && i < name.Length; i++)
        {
            bytes += name[i] < 0x80 ? 1 : 3;
            if (bytes > Longest)
                return name.Substring(0, i);
        }

        return name;
    }

    /// <summary>The name of a parameter; keywords are escaped.</summary>
    public static string Camel(string name)
    {
        var camel = Make(name, isCamel: true);
        return SyntaxFacts.GetKeywordKind(camel) == SyntaxKind.None ? camel : "@" + camel;
    }

    /// <summary>A schema's name without the package and version that a generator put before it: <c>v3EndDevice</c> is <c>EndDevice</c>.</summary>
    public static string CleanSchema(string name)
    {
        name = name.Substring(name.LastIndexOf('.') + 1);
        foreach (var package in WellKnownPackages)
        {
            if (name.Length > package.Length && name.StartsWith(package, StringComparison.Ordinal) && char.IsUpper(name[package.Length]))
                return name.Substring(package.Length);
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]))
                return i >= 2 && EndsWithVersion(name, i) ? name.Substring(i) : name;
            if (!char.IsLower(name[i]) && !char.IsDigit(name[i]))
                return name;
        }

        return name;
    }

    /// <summary>An operationId without the number that a gateway gives to further bindings of one RPC.</summary>
    public static string WithoutNumber(string operationId) => operationId.TrimEnd(Digits);

    /// <summary>The name, or else the name with a suffix: the first that is not taken, which then is.</summary>
    public static string Take(HashSet<string> taken, string name, string suffix) => taken.Add(name) ? name : Take(taken, [name + suffix]);

    /// <summary>The first of some names that is not taken, which then is.</summary>
    public static string Take(HashSet<string> taken, IEnumerable<string> candidates)
    {
        var last = "";
        foreach (var candidate in candidates)
        {
            if (taken.Add(candidate))
                return candidate;
            last = candidate;
        }

        for (var underscores = 1; underscores <= MostUnderscores; underscores++)
        {
            if (taken.Add(last + new string('_', underscores)))
                return last + new string('_', underscores);
        }

        // No real document comes here; what is taken grows, so its number is free.
        for (var number = taken.Count; ; number++)
        {
            var numbered = $"{last}_{number.ToString(CultureInfo.InvariantCulture)}";
            if (taken.Add(numbered))
                return numbered;
        }
    }

    private static bool EndsWithVersion(string name, int end)
    {
        // v3, v1beta2, lorawanv3
        var v = name.LastIndexOf('v', end - 1);
        return v >= 0 && v + 1 < end && char.IsDigit(name[v + 1]);
    }

    // A new word starts at "xY", and at the last capital of "XYz", unless that is the plural of an acronym ("EUIs").
    private static bool StartsWord(string name, int i)
    {
        if (!char.IsUpper(name[i]))
            return false;
        if (!char.IsUpper(name[i - 1]))
            return true;
        if (i + 1 >= name.Length || !char.IsLower(name[i + 1]))
            return false;
        var isPlural = name[i + 1] == 's' && (i + 2 >= name.Length || char.IsUpper(name[i + 2]));
        return !isPlural;
    }

    private static bool IsWordCharacter(char c) =>
        (uint)((c | 0x20) - 'a') < 26 || (uint)(c - '0') < 10 || (c > 0x7F && IsWordCharacterBeyondAscii(c));

    private static bool IsWordCharacterBeyondAscii(char c) =>
        (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber) && SyntaxFacts.IsIdentifierPartCharacter(c);
}
