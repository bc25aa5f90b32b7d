using SourcingBot.Host.Commands;

return await CommandLine.RunAsync(args);
