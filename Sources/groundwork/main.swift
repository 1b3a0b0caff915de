import Commands
import Glibc

exit(Groundwork.main(Array(CommandLine.arguments.dropFirst())))
