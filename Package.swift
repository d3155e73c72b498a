// swift-tools-version: 6.2
import PackageDescription

/// The settings every target shares: the whole language, every warning, all of them errors.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// A target of the engine or the house around it; `uses` are the folders above it.
func part(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: settings)
}

func tests(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + uses, swiftSettings: settings)
}

let engine: [Target.Dependency] = [
  "Kernel", "Statistics", "Autoscaling", "Capacity", "Simulation", "Experiments",
]

let package = Package(
  name: "headroom",
  products: [
    .library(
      name: "Headroom",
      targets: [
        "Kernel", "Statistics", "Autoscaling", "Capacity", "Simulation", "Experiments",
        "ScenarioFiles", "Reports",
      ]),
    .executable(name: "headroom", targets: ["headroom"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    part("Kernel"),
    part("Statistics", uses: ["Kernel"]),
    part("Autoscaling", uses: ["Kernel"]),
    part("Capacity", uses: ["Kernel", "Autoscaling"]),
    part("Simulation", uses: ["Kernel", "Statistics", "Autoscaling", "Capacity"]),
    part(
      "Experiments", uses: ["Kernel", "Statistics", "Autoscaling", "Capacity", "Simulation"]),
    part(
      "ScenarioFiles",
      uses: ["Kernel", "Autoscaling", "Capacity", .product(name: "Yams", package: "Yams")]),
    part("Reports", uses: engine + ["ScenarioFiles"]),
    .executableTarget(
      name: "headroom", dependencies: engine + ["ScenarioFiles", "Reports", argumentParser],
      swiftSettings: settings),
    .executableTarget(
      name: "Benchmark", dependencies: engine + ["ScenarioFiles"], exclude: ["mm1_simpy.py"],
      swiftSettings: settings),
    .executableTarget(
      name: "Validation", dependencies: engine + ["ScenarioFiles"], swiftSettings: settings),
    tests("Kernel"),
    tests("Statistics", uses: ["Kernel"]),
    tests("Autoscaling", uses: ["Kernel"]),
    tests("Capacity", uses: ["Kernel"]),
    .testTarget(
      name: "ConformanceTests", dependencies: ["Kernel", "Autoscaling", "Capacity", "Simulation"],
      exclude: ["Vectors"], swiftSettings: settings),
    tests("Simulation", uses: ["Kernel", "Statistics", "Autoscaling", "Capacity"]),
    tests("Experiments", uses: ["Kernel", "Statistics", "Autoscaling", "Capacity", "Simulation"]),
    tests("ScenarioFiles", uses: ["Kernel", "Autoscaling", "Capacity"]),
    tests("Reports", uses: engine + ["ScenarioFiles"]),
    .testTarget(
      name: "headroomTests", dependencies: ["headroom"], exclude: ["golden-digests.txt"],
      swiftSettings: settings),
  ]
)
