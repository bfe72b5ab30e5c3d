import BoardSite
import EditorialCLI

BoardCommandLine.run(Array(CommandLine.arguments.dropFirst()), serving: BoardProgram.serve).end()
