extension ScenarioLanguage {
  /// Serverless pools.
  static let functions: [SectionSpec] = [
    inherited(
      "function-pool", "a serverless pool", "Instances that come with the work.",
      [
        instanceKey,
        KeySpec("function", .section("function"), "Makes it a serverless pool.", .required),
        priceKey,
        KeySpec("start", .section("function-start"), "From launch to ready.", default: "0s"),
        KeySpec(
          "billing", .section("function-billing"), "What is paid for.",
          default: "the life of instances by the second"),
      ]),
    inherited(
      "function", "`function`", "How instances come and go.",
      [
        KeySpec(
          "concurrency", .whole(1...1_000), "Requests, or streams, at an instance at a time.",
          default: "1"),
        KeySpec(
          "expiry", .time, "An instance ends so long after its last departure.",
          default: "10min"),
        KeySpec(
          "limit", .whole(1...ScenarioWalk.instanceLimit),
          "The most instances, provisioned ones too; what needs one more is rejected.",
          default: "1000"),
        KeySpec(
          "provisioned", .instances, "Instances that are always there.", default: "0"),
        KeySpec(
          "service", .vouchedTime, "Time of a request.", default: "the model's curve for one"),
        KeySpec(
          "cold_service", .vouchedTime,
          "Time of an instance's first request, its start included; or give `start`."),
      ]),
    SectionSpec(
      "function-billing", ["`billing` of a serverless pool"], "What is paid for.",
      [
        KeySpec("request", .section("request-billing"), "Requests and their time."),
        KeySpec("container", .section("container-billing"), "The life of instances."),
      ], exactlyOne: [["request", "container"]]),
    SectionSpec(
      "container-billing", ["`container`"], "The life of instances, idle or not.",
      [KeySpec("granule", .time, "It is paid in whole ones.", default: "1s")]),
    SectionSpec(
      "request-billing", ["`request`"], "Requests and their time; idle instances cost nothing.",
      [
        KeySpec("per_million", .money, "For a million requests.", default: "$0"),
        KeySpec("granule", .time, "A request's time is paid in whole ones.", default: "1ms"),
        KeySpec(
          "initialisation", .choice(["billed", "free"]),
          "Whether an instance's first request pays for its start.", default: "billed"),
        KeySpec(
          "provisioned", .section("provisioned"),
          "What provisioned instances cost; required with some."),
      ] + vouchers),
    SectionSpec(
      "provisioned", ["`provisioned`"], "What instances cost that are always there.",
      [
        KeySpec("ready", .price, "For being there.", .required),
        KeySpec("execution", .price, "For their time at work.", .required),
        KeySpec("granule", .time, "It is paid in whole ones.", default: "5min"),
      ] + vouchers),
  ]
}
