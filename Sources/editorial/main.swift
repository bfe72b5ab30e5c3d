import EditorialCLI

Program.run(Array(CommandLine.arguments.dropFirst())).end()
