using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Asks for what is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnrequestedReadFix))]
public sealed class UnrequestedReadFix() : AddPathFix(UnrequestedRead.Descriptor);
