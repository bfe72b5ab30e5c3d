import EditorialCLI

Program.run(Program.arguments()).end()
