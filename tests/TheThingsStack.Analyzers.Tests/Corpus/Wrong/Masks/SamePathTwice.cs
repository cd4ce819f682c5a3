static class Masks
{
    public static readonly FieldMask<Application> Shown = [Application.Paths.Name, Application.Paths.Description, {|TTS2205:Application.Paths.Name|}];
}
