using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Requests;

namespace TheThingsStack.Analyzers.Syntax;

/// <summary>A text as far as the compiler sees it, and where each of its characters stands in the source: through escapes, concatenation, interpolation, constants and locals.</summary>
internal sealed class TextOrigin
{
    /// <summary>Stands in <see cref="Text"/> for a value that is not seen.</summary>
    public const char Hole = '\uFFFC';

    private const int MostParts = 256;

    private readonly List<Piece> _pieces = [];

    // Code that does not compile can go round in circles: string a = a;
    private int _steps;

    // Where a field is used that what follows comes from.
    private SyntaxNode? _field;

    private TextOrigin(SyntaxNode syntax) => Syntax = syntax;

    /// <summary>The expression.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The text; each value that is not seen is one <see cref="Hole"/>.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether all of the text is seen.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The expressions that fill the holes, in order.</summary>
    public IEnumerable<IOperation> Holes => _pieces.Where(static piece => piece.Hole is not null).Select(static piece => piece.Hole!);

    /// <summary>How many holes come before a place in the text: the number of the next one.</summary>
    public int HolesBefore(int index) => Text.Take(index).Count(static c => c == Hole);

    /// <summary>Reads a text; null where nothing of it is seen, or it is no text.</summary>
    public static TextOrigin? Of(IOperation operation)
    {
        var origin = new TextOrigin(operation.Syntax);
        origin.Add(operation);
        origin.Text = string.Concat(origin._pieces.Select(static piece => piece.Text));
        return origin._pieces.Count > MostParts || origin._pieces.TrueForAll(static piece => piece.Hole is not null) ? null : origin;
    }

    /// <summary>A text that is seen, of which nobody asks where it stands.</summary>
    public static TextOrigin Of(string text, SyntaxNode syntax) => new(syntax) { Text = text };

    /// <summary>Whether a stretch of the text stands in one literal, character by character.</summary>
    public bool IsExact(int start, int length) => Span(start, length) is not null;

    /// <summary>The place of a stretch of the text; where it does not stand in one literal, as close to it as the source allows.</summary>
    public Location At(int start, int length)
    {
        if (Span(start, length) is { } found)
            return Location.Create(found.Tree, found.Span);
        var whole = (Covering(start, length)?.Node ?? Syntax).GetLocation();
        return Across(start, length) is { } across && whole.SourceSpan.Contains(across) ? Location.Create(Syntax.SyntaxTree, across) : whole;
    }

    /// <summary>From where the first character of a stretch stands to where the last one does; null where these are not seen.</summary>
    private TextSpan? Across(int start, int length) =>
        length > 1 && PlaceOf(start) is { } first && PlaceOf(start + length - 1) is { } last && first.Start < last.End
            ? TextSpan.FromBounds(first.Start, last.End) : null;

    /// <summary>Where a character stands, or the hole that it is.</summary>
    private TextSpan? PlaceOf(int index)
    {
        if (Span(index, 1) is { } found)
            return found.Tree == Syntax.SyntaxTree ? found.Span : null;
        var hole = _pieces.Find(piece => piece.Hole is not null && piece.Start == index)?.Node;
        return hole?.SyntaxTree == Syntax.SyntaxTree ? (hole.Parent is InterpolationSyntax braces ? braces : hole).Span : null;
    }

    /// <summary>Where a field is used that a stretch of the text is written in; null where it is written in this place.</summary>
    public Location? FieldAt(int start, int length) => Covering(start, length)?.Field?.GetLocation();

    private (SyntaxTree Tree, TextSpan Span)? Span(int start, int length)
    {
        if (Covering(start, length) is not { Offsets: { } offsets } piece)
            return null;
        var from = offsets[start - piece.Start];
        var to = offsets[start - piece.Start + length];
        var token = piece.Token!.Value.SpanStart;
        return (piece.Node.SyntaxTree, TextSpan.FromBounds(token + from, token + to));
    }

    private Piece? Covering(int start, int length) =>
        _pieces.Find(piece => piece.Hole is null && start >= piece.Start && start + length <= piece.Start + piece.Text.Length && (length > 0 || start < piece.Start + piece.Text.Length || piece == _pieces[_pieces.Count - 1]));

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } }:
                AddText(text, operation.Syntax, (operation.Syntax as LiteralExpressionSyntax)?.Token);
                break;
            case IUtf8StringOperation utf8:
                AddText(utf8.Value, operation.Syntax, (operation.Syntax as LiteralExpressionSyntax)?.Token);
                break;
            case IConversionOperation { OperatorMethod: null } conversion when conversion.Type?.SpecialType is SpecialType.System_String or SpecialType.System_Object:
                Add(conversion.Operand);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum when _pieces.Count < MostParts:
                foreach (var operand in Concatenation.Operands(sum).TakeWhile(_ => _pieces.Count <= MostParts))
                    Add(operand);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                    AddPart(part);
                break;
            case ILocalReferenceOperation { Type.SpecialType: SpecialType.System_String } local when _steps++ < MostParts && Locals.ValueOf(local) is { } value:
                Add(value);
                break;
            case IFieldReferenceOperation { Type.SpecialType: SpecialType.System_String, Field: { IsConst: true } or { IsStatic: true, IsReadOnly: true } } reference
                when _steps++ < MostParts && Operations.InitializerOf(reference.Field, reference.SemanticModel!) is { } value:
                AddField(reference, value);
                break;
            case { ConstantValue: { HasValue: true, Value: string or char or int } constant }:
                AddText(constant.Value.ToString(), operation.Syntax, null);
                break;
            default:
                AddHole(operation);
                break;
        }
    }

    // A type is judged as a whole. What another one holds is judged where it is used.
    private void AddField(IFieldReferenceOperation reference, IOperation value)
    {
        if (TypeAround(value.Syntax) == TypeAround(reference.Syntax))
        {
            var outer = _field;
            _field ??= reference.Syntax;
            Add(value);
            _field = outer;
        }
        else if (value.ConstantValue is { HasValue: true, Value: string text })
            AddText(text, reference.Syntax, null);
        else
            AddHole(reference);
    }

    private static SyntaxNode? TypeAround(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private void AddPart(IInterpolatedStringContentOperation part)
    {
        if (part is IInterpolatedStringTextOperation { Text: ILiteralOperation { ConstantValue.Value: string text } } literal)
            AddText(text, literal.Syntax, (literal.Syntax as InterpolatedStringTextSyntax)?.TextToken);
        else if (part is IInterpolationOperation { FormatString: null, Alignment: null } interpolation)
            Add(interpolation.Expression);
        else
            AddHole(part);
    }

    private void AddText(string text, SyntaxNode node, SyntaxToken? token)
    {
        if (text.Length > 0 || _pieces.Count == 0)
            _pieces.Add(new(Length(), text, node, token, null, _field));
    }

    private void AddHole(IOperation operation)
    {
        IsComplete = false;
        _pieces.Add(new(Length(), Hole.ToString(), operation.Syntax, null, operation, _field));
    }

    private int Length() => _pieces.Count == 0 ? 0 : _pieces[_pieces.Count - 1].Start + _pieces[_pieces.Count - 1].Text.Length;

    /// <summary>A part of the text that comes from one place.</summary>
    private sealed record Piece(int Start, string Text, SyntaxNode Node, SyntaxToken? Token, IOperation? Hole, SyntaxNode? Field)
    {
        private int[]? _offsets;

        /// <summary>Where each character stands in the token; null where that is not one to one. Most texts are read, and few are reported.</summary>
        public int[]? Offsets => _offsets ??= Token is { } token ? TokenMap.Of(token, Text) : null;
    }
}
