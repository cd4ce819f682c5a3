namespace TheThingsStack.Generators;

/// <summary>The steps of the pipeline, as tests name them.</summary>
internal static class TrackingNames
{
    public const string References = nameof(References);
    public const string Outlines = nameof(Outlines);
    public const string Options = nameof(Options);
    public const string Project = nameof(Project);
    public const string Bound = nameof(Bound);
    public const string Faults = nameof(Faults);
    public const string Api = nameof(Api);
    public const string Client = nameof(Client);
    public const string Services = nameof(Services);
    public const string Messages = nameof(Messages);
    public const string Enums = nameof(Enums);
    public const string Paths = nameof(Paths);
    public const string MaskTargets = nameof(MaskTargets);
    public const string Devices = nameof(Devices);

    public static IReadOnlyList<string> All => [References, Outlines, Options, Project, Bound, Faults, Api, Client, Services, Messages, Enums, Paths, MaskTargets, Devices];
}
