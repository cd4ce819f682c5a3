using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;
using TheThingsStack.CodeFixes.Fixes;

namespace TheThingsStack.CodeFixes.Refactorings;

/// <summary>Writes a mask in a text with the paths of its message, where no rule asks for it.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(TypedMaskRefactoring))]
public sealed class TypedMaskRefactoring : TextRefactoring
{
    private protected override bool IsCandidate(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parse" };

    private protected override Edit? Offer(InvocationExpressionSyntax call, SemanticModel model, AnalyzerOptions options) =>
        TypedMask.Descriptor.IsOff(model, options)
            && model.GetOperation(call) is IInvocationOperation parse && ApiSymbols.Of(model.Compilation) is { } api
            && MaskTexts.Judge(parse, api).FirstOrDefault(static diagnostic => diagnostic.Id == TypedMask.Descriptor.Id) is { } diagnostic
            ? new TypedMaskFix().Edits(model, call, diagnostic).FirstOrDefault() : null;
}
