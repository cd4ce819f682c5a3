using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TheThingsStack.Http;

/// <summary>Reads lists that come in pages. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pages
{
    /// <summary>Reads page after page, from the first, until one is short or empty.</summary>
    /// <param name="read">Reads the page with a number; the first is 1.</param>
    /// <param name="items">The items of a page; null for an empty one.</param>
    /// <param name="limit">The size of a page; null for the server's own, and then only an empty page ends the list.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static async IAsyncEnumerable<TItem> All<TPage, TItem>(
        Func<uint, CancellationToken, Task<TPage>> read,
        Func<TPage, List<TItem>?> items,
        uint? limit,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(items);
        for (uint page = 1; ; page++)
        {
            var found = items(await read(page, cancellationToken).ConfigureAwait(false));
            if (found is null or { Count: 0 })
                yield break;
            foreach (var item in found)
                yield return item;
            if (found.Count < limit)
                yield break;
        }
    }
}
