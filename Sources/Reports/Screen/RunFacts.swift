/// What only the command knows about a run. It is shown on the screen and never written to files.
public struct RunFacts: Hashable, Sendable {
  /// The scenario file as the user named it.
  public var scenarioPath: String
  /// The directory that the files went to, or nil when none were written.
  public var outputDirectory: String?
  /// How long it took, or nil to say nothing.
  public var elapsedSeconds: Double?
  /// The number of threads.
  public var threads: Int

  /// What the command knows.
  public init(
    scenarioPath: String, outputDirectory: String? = nil, elapsedSeconds: Double? = nil,
    threads: Int = 1
  ) {
    self.scenarioPath = scenarioPath
    self.outputDirectory = outputDirectory
    self.elapsedSeconds = elapsedSeconds
    self.threads = threads
  }
}
