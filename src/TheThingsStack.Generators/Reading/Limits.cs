using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Reading;

/// <summary>
/// What a reference may be made of before the rest is left out, with a fault. References share parts, so a small one can ask for a client
/// without end; the largest of real life stay well below.
/// </summary>
internal sealed class Limits(FaultList faults)
{
    public const int MostValues = 4_000_000;
    public const int MostParameters = 500;
    public const int MostBindings = 32;
    public const int LongestName = 500;
    public const int LongestText = 2_000;

    private const int MostMembers = 100_000;
    private const int MostMembersOfOne = 10_000;
    private const int MostOperations = 20_000;

    private static readonly string TooManyMembers = $"more than {MostMembersOfOne} members of one part, or {MostMembers} in all; the others are left out";
    private static readonly string TooManyOperations = $"more than {MostOperations} operations; the others are left out";

    private int _members;
    private int _operations;

    /// <summary>Whether one more property, value or parameter has room.</summary>
    /// <param name="count">How many its owner has.</param>
    /// <param name="offset">Where the owner stands.</param>
    public bool TakeMember(int count, int offset)
    {
        if (count < MostMembersOfOne && _members++ < MostMembers)
            return true;
        faults.Add(FaultKind.Unsupported, offset, TooManyMembers);
        return false;
    }

    public bool TakeOperation(int offset)
    {
        if (_operations++ < MostOperations)
            return true;
        faults.Add(FaultKind.Unsupported, offset, TooManyOperations);
        return false;
    }
}
