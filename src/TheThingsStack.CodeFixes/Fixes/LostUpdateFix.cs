using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Stores what is set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LostUpdateFix))]
public sealed class LostUpdateFix() : AddPathFix(LostUpdate.Descriptor);
