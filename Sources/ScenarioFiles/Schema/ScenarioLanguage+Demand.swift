extension ScenarioLanguage {
  /// Who uses the service.
  static let demand: [SectionSpec] = [
    SectionSpec(
      "population", ["a population"], "Users alike in how they come, stay and wait.",
      [
        KeySpec("sessions", .section("sessions"), "When sessions start.", .required),
        KeySpec("duration", .distribution, "How long a stream lasts; stream populations need it."),
        KeySpec("stream", .section("stream"), "Makes it a stream of frames; else requests."),
        KeySpec("network", .section("network"), "The way there and back.", default: "none"),
        KeySpec("deadline", .time, "From capture to result; later is late.", .required),
        KeySpec("retry", .section("retry"), "Who asks again.", default: "nobody"),
        KeySpec(
          "signal", .section("signal"), "Who says that a stream is about to start.",
          default: "nobody"),
      ]),
    SectionSpec(
      "retry", ["`retry`"], "Clients send again what was rejected or failed.",
      [
        KeySpec("attempts", .whole(2...100), "How often in all, the first included.", .required),
        KeySpec(
          "backoff", .time, "The most before the second; twice as long each time.", .required),
        KeySpec("max_backoff", .time, "The most that is ever waited.", default: "20s"),
      ]),
    SectionSpec(
      "signal", ["`signal`"], "Streams are announced before they start.",
      [
        KeySpec("before", .time, "How long before the start; at most a day.", .required),
        KeySpec("share", .share, "How many of the sessions.", default: "100%"),
      ]),
    SectionSpec(
      "stream", ["`stream`"], "Frames that come by a clock.",
      [
        KeySpec("rate", .quantity(.frameRate), "Frames each second.", .required),
        KeySpec(
          "resolution", .pattern("^[1-9][0-9]*x[1-9][0-9]*$", example: "1280x720"),
          "Width and height: a note for people."),
        KeySpec("jitter", jitter, "How far a frame is off its clock; may be negative."),
        KeySpec(
          "phase", .either([.choice(["random", "aligned"]), .section("phase")]),
          "How the clocks of streams lie to each other.", default: "random"),
      ]),
    SectionSpec(
      "phase", ["`phase`"], "Clocks that lie one after the other.",
      [KeySpec("staggered", .time, "Between the clocks of one stream and the next.", .required)]),
    SectionSpec(
      "network", ["`network`"], "The way there and back.",
      [
        KeySpec("round_trip", .distribution, "Both ways without the data.", default: "0s"),
        KeySpec(
          "frame_size", .size, "Data of a frame, which the uplink takes time to carry.",
          default: "none"),
        KeySpec("uplink", .quantity(.bandwidth), "What a user sends at.", default: "unlimited"),
      ]),
    SectionSpec(
      "sessions", ["`sessions`"], "When sessions start: one base, and factors that multiply.",
      [
        KeySpec("concurrent", .either([.number(0...1e7), .section("daily")]), "Streams together."),
        KeySpec("rate", .either([.rate, .section("daily-rate")]), "Starts of sessions."),
        KeySpec("trace", .section("trace"), "Starts from a CSV file."),
        KeySpec("clients", .whole(1...1_000_000), "A closed loop of so many; needs `think`."),
        KeySpec("think", .distribution, "Between an answer and the next request of a client."),
        KeySpec("steps", .list(.section("timed-factor")), "Factors that hold from a time on."),
        KeySpec("ramps", .list(.section("timed-factor")), "Factors, linear between their times."),
        KeySpec("profile", .list(.factor), "24 factors of the day, hour 0 first."),
        KeySpec("harmonics", .list(.section("harmonic")), "Waves of the day."),
        KeySpec("weekdays", .section("weekdays"), "Factors of days of the week."),
        KeySpec("flash", .list(.section("flash")), "Sudden crowds."),
        KeySpec("bursts", .section("bursts"), "Random bursts that keep the mean."),
      ], exactlyOne: [["concurrent", "rate", "trace", "clients"]]),
    daily("daily", "`concurrent`", .number(0...1e7)), daily("daily-rate", "`rate`", .rate),
    SectionSpec(
      "trace", ["`trace`"], "Starts from a CSV file: counts of equal intervals, or instants.",
      [
        KeySpec("file", .text, "Its path from the scenario's folder.", .required),
        KeySpec("time", .text, "Column of the intervals' starts.", default: "t_seconds"),
        KeySpec("count", .text, "Column of the starts within.", default: "count"),
        KeySpec("scale", .number(0...1e6), "Multiplies the counts.", default: "1"),
        KeySpec("from", .time, "How much of the beginning is skipped.", default: "0s"),
        KeySpec("arrival", .text, "Column of instants in seconds, instead of counts."),
      ]),
    SectionSpec(
      "timed-factor", ["`steps`", "`ramps`"], "A factor at a time.",
      [
        KeySpec("at", .quantity(.time, signed: true), "From clock.start.", .required),
        KeySpec("factor", .factor, "What the base is multiplied by.", .required),
      ]),
    SectionSpec(
      "harmonic", ["a harmonic"], "A cosine over the day.",
      [
        KeySpec("order", .whole(1...48), "How many waves in a day.", default: "1"),
        KeySpec("amplitude", .share, "Its height, of the base.", .required),
        KeySpec("peak_at", .timeOfDay, "When it is highest.", .required),
      ]),
    SectionSpec(
      "weekdays", ["`weekdays`"], "Factors of days of the week.",
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map {
        KeySpec($0, .factor, "What the base is multiplied by then.", default: "1")
      }),
    SectionSpec(
      "flash", ["`flash`"], "A crowd that comes at once and goes slowly.",
      [
        KeySpec("at", .time, "When, from clock.start.", .required),
        KeySpec("height", .factor, "What the demand is multiplied by.", .required),
        KeySpec("rise", .time, "How long it takes to rise.", .required),
        KeySpec("decay", .time, "The time constant of its fall.", .required),
      ]),
    SectionSpec(
      "bursts", ["`bursts`"], "Random bursts that keep the mean.",
      [
        KeySpec("height", .factor, "In a burst; at most (on + off) / on.", .required),
        KeySpec("on", .time, "Mean length of a burst.", .required),
        KeySpec("off", .time, "Mean time between bursts.", .required),
      ]),
  ]

  private static let jitter = ValueKind.either([
    .quantity(.time, signed: true), .list(.quantity(.time, signed: true)),
    .section("distribution"),
  ])

  private static func daily(_ id: String, _ name: String, _ level: ValueKind) -> SectionSpec {
    SectionSpec(
      id, [name], "A cosine over the day.",
      [
        KeySpec("low", level, "The least of the day.", .required),
        KeySpec("peak", level, "The most of the day.", .required),
        KeySpec("peak_at", .timeOfDay, "When it is highest.", .required),
        KeySpec("weekend", .factor, "Factor of Saturday and Sunday.", default: "1"),
      ])
  }
}
