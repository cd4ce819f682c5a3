class Agents
{
    public static UserAgent Later(string version) => new({|TTS1004:"TODO"|}, version);
    public static UserAgent Changed => UserAgent.Parse({|TTS1004:"changeme/1.0"|});
    public static UserAgent Tested { get; } = new({|TTS1004:"test"|}, "1.0");
}
