using System.Runtime.CompilerServices;

namespace TheThingsStack.Json;

/// <summary>The first items of a list. Most lists are short: how long they are is then known before an array is made.</summary>
[InlineArray(Capacity)]
internal struct Few<T>
{
    public const int Capacity = 8;

    private T _first;
}
