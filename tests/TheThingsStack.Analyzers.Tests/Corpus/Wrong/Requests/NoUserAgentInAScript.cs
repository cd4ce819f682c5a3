var http = new HttpClient();
foreach (var device in args)
    await http.{|TTS1002:DeleteAsync|}($"https://eu1.cloud.thethings.network/api/v3/ns/applications/soil/devices/{device}");
