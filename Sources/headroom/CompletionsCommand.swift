import ArgumentParser

/// Prints a completion script.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print what a shell completes commands and names by.",
    discussion: """
      headroom completions bash > ~/.local/share/bash-completion/completions/headroom
      headroom completions zsh > ~/.zfunc/_headroom
      headroom completions fish > ~/.config/fish/completions/headroom.fish
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var known: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  func run() throws { Console.output(Headroom.completionScript(for: shell.known) + "\n") }
}
