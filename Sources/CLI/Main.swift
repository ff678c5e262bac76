import ArgumentParser
import Basics
import Foundation

/// Runs the command and turns whatever it throws into a sentence and an exit status: 1 for a refusal, 2 for wrong usage.
@main
enum Main {
    static func main() async {
        do {
            var command = try Concord.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let refusal as any Refusal {
            complain(refusal.message)
            exit(1)
        } catch let code as ExitCode {
            exit(code.rawValue)
        } catch {
            leave(on: error)
        }
    }

    /// Help and version are answers and leave with 0; a command that can't be parsed leaves with 2; the rest is a fault.
    private static func leave(on error: any Error) -> Never {
        let code = Concord.exitCode(for: error)
        if code == .success {
            print(Concord.fullMessage(for: error))
            exit(0)
        }
        if code == .validationFailure {
            complain(Concord.fullMessage(for: error))
            exit(2)
        }
        complain("Something went wrong that Concord did not expect: \(String(reflecting: error)). Nothing was changed by this step.")
        exit(1)
    }

    static func complain(_ sentence: String) {
        FileHandle.standardError.write(Data((sentence + "\n").utf8))
    }
}
