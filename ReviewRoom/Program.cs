using Microsoft.AspNetCore.Connections;
using ReviewRoom.Hosting;

// The command line first: the configuration provider would take the word after --demo for its value.
var asked = CommandLine.Read(args);
if (asked.Choices is not { } choices) return await asked.Finish();

try
{
    // The whole server, built the way tests build it.
    await using var app = ReviewRoomApp.Build(choices);

    // Until SIGTERM or Ctrl+C.
    await app.RunAsync();
    return 0;
}
catch (DataFolderException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
catch (IOException fault) when (fault.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{fault.Message} Choose another address with --urls.");
    return 1;
}
