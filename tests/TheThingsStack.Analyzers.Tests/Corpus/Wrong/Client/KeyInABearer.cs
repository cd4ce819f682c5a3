class Raw(HttpClient client)
{
    public void Sign() => client.DefaultRequestHeaders.Add(
        "Authorization", "Bearer {|TTS1006:NNSXS.VEEBURF3KR77ZR3PTDT6JMDYPPZB4FMG3IHWA5Q.QKQ2W3RJ6OTX7TJ3LYBVVGQ2R5WNQJ3G5N2M7T4Q5X6ZCBDHFKAA|}");
}
