using System.Text;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>A fault where a user sees it.</summary>
internal sealed record PlacedFault(FaultKind Kind, int Line, int Column, string Argument)
{
    public static IReadOnlyList<PlacedFault> In(string text, IEnumerable<Fault> faults) => In(new TextPositions(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'))).Of, faults);

    public static IReadOnlyList<PlacedFault> In(SpecSource source, IEnumerable<Fault> faults) => In(source.PositionOf, faults);

    private static IReadOnlyList<PlacedFault> In(Func<int, (int Line, int Column)> place, IEnumerable<Fault> faults) =>
    [
        .. faults.Select(fault =>
        {
            var (line, column) = fault.Offset == Fault.Nowhere ? (-1, -1) : place(fault.Offset);
            return new PlacedFault(fault.Kind, line, column, fault.Argument);
        }),
    ];
}
