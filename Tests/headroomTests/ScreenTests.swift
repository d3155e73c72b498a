import Foundation
import Testing

/// How the command looks: colours, width, characters, help.
@Suite struct ScreenTests {
  /// A replay of two rows to one policy: the quickest command that draws a screen.
  private func screen(_ arguments: [String], _ environment: [String: String]) throws -> String {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let folder = CommandLineTool.root.appendingPathComponent("scenarios/replay").path
    let answer = try headroom(
      ["replay", "\(folder)/policies.yaml", "\(folder)/observed.csv", "--no-files"] + arguments,
      environment: environment)
    #expect(answer.status == 0, "\(answer.errors)")
    return answer.output
  }

  /// Arguments, environment, and whether the screen of a pipe is coloured.
  static let colors: [([String], [String: String], Bool)] = [
    ([], [:], false),
    ([], ["FORCE_COLOR": "1"], true), ([], ["CLICOLOR_FORCE": "1"], true),
    ([], ["CLICOLOR_FORCE": "0"], false),
    ([], ["FORCE_COLOR": "1", "TERM": "dumb"], true),
    ([], ["FORCE_COLOR": "1", "NO_COLOR": "1"], false),
    ([], ["FORCE_COLOR": "1", "NO_COLOR": ""], true),
    (["--color", "always"], ["NO_COLOR": "1", "TERM": "dumb"], true),
    (["--color", "never"], ["FORCE_COLOR": "1"], false),
  ]

  @Test(arguments: colors)
  func `the flag beats NO_COLOR beats forcing`(row: ([String], [String: String], Bool)) throws {
    #expect(try screen(row.0, row.1).contains("\u{1b}[") == row.2)
  }

  @Test func `a locale that is not UTF-8 gets ASCII, and no locale gets UTF-8`() throws {
    #expect(try screen([], ["LC_ALL": "C"]).utf8.allSatisfy { $0 < 128 })
    #expect(try screen([], ["LC_ALL": "", "LANG": "POSIX"]).utf8.allSatisfy { $0 < 128 })
  }

  @Test(arguments: [
    "compare", "run", "check", "validate", "init", "catalog", "calibrate", "replay", "",
  ])
  func `help fits 80 by 40, has examples, and ends with the exit statuses`(
    command: String
  ) throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let answer = try headroom((command.isEmpty ? [] : [command]) + ["--help"])
    let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 41)  // the last is empty
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.count { $0.contains("headroom \(command)") && !$0.hasPrefix("USAGE") } >= 3)
    #expect(lines.suffix(3).contains { $0.contains("70 a bug of ours") })
  }

  @Test func `a command alone says what it is for and gives an example`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let answer = try headroom("compare")
    #expect(answer.status == 2)
    #expect(
      answer.errors == """
        Simulate each architecture; say which serves best.
          headroom compare avatar.yaml
        More: headroom compare --help

        """)
  }
}
