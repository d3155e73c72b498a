import Capacity

extension ScenarioLanguage {
  private static let boot = KeySpec("boot", .vouchedTime, "Boot of the machine.", default: "0s")
  private static let frames = ValueKind.either([.vouchedTime, .section("warm-up-frames")])
  private static let fetching = [
    KeySpec("size", .size, "How much is fetched."),
    KeySpec("at", .quantity(.bandwidth), "How fast an instance fetches it alone."),
    KeySpec("time", .vouchedTime, "How long it takes, in the place of `size` and `at`."),
  ]

  /// From launch to ready.
  static let starts: [SectionSpec] = [
    SectionSpec(
      "start", ["`start`"], "The stages of a cold start, one after the other.",
      [
        KeySpec(
          "provision", .vouchedTime, "Until the provider has a machine; not billed.",
          default: "0s"),
        boot,
        KeySpec("driver", .vouchedTime, "Loading of the GPU's driver.", default: "0s"),
        KeySpec(
          "image", .either([.transfer, .section("image")]), "Pull of the container image.",
          default: "0s"),
        KeySpec(
          "load", .either([.transfer, .section("load")]), "Fetch and load of the model.",
          default: "0s"),
        KeySpec("warm_up", frames, "Warm-up of the model.", default: "0s"),
      ], isInherited: true),
    SectionSpec(
      "function-start", ["`start`"], "The stages of a serverless instance's start.",
      [
        boot,
        KeySpec("image", .transfer, "Pull of the container image.", default: "0s"),
        KeySpec("load", .transfer, "Fetch and load of the model.", default: "0s"),
        KeySpec("warm_up", frames, "Warm-up of the model.", default: "0s"),
      ], isInherited: true),
    fetched("image", "node", "0s"), fetched("load", "none", nil),
    SectionSpec(
      "warm-up-frames", ["`warm_up` with `frames`"], "Frames run one at a time as a warm-up.",
      [
        KeySpec("frames", .whole(1...1_000_000), "How many.", .required),
        KeySpec("speed", .share, "The share of the curve's speed.", default: "100%"),
      ]),
    inherited(
      "warm", "`warm`", "Machines that have gone through a whole start.",
      [
        KeySpec("count", .whole(0...10_000), "How many are kept.", .required),
        KeySpec("price", .share, "The share of the price that one costs.", .required),
        KeySpec("start", .vouchedTime, "From there to ready.", .required),
      ]),
  ]

  private static func fetched(_ id: String, _ cache: String, _ hit: String?) -> SectionSpec {
    var keys =
      fetching + [
        KeySpec(
          "cache", .choice(Artifact.Cache.allCases.map(\.rawValue)), "Where a copy stays.",
          default: cache),
        KeySpec(
          "hit", .transfer, "How long it takes with a copy there.",
          default: hit ?? "none, so required with a `cache`"),
      ]
    if id == "load" {
      keys.append(
        KeySpec(
          "from", .choice(Artifact.Origin.allCases.map(\.rawValue)),
          "The store's region; from another one it is egress.", default: "same_region"))
    }
    return SectionSpec(id, ["`\(id)`"], "A file to fetch, and where a copy stays.", keys + vouchers)
  }
}
