namespace TheThingsStack.Json;

/// <summary>Checks of oneofs: groups of members of which at most one may be set.</summary>
public static class Oneof
{
    /// <summary>Refuses a second member before anything is sent: the server would refuse it, or keep one of them at random.</summary>
    /// <exception cref="InvalidOperationException">More than one member is set.</exception>
    public static void AtMostOne(string oneof, int set)
    {
        if (set > 1)
            throw new InvalidOperationException($"{set} members of the oneof {oneof} are set; at most one may be. Set the others to null.");
    }
}
