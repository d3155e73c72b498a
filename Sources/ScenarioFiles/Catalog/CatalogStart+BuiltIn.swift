import Capacity
import Kernel

extension CatalogStart {
  /// The built-in stages of cold starts; each names what it was measured on.
  static let builtIn: [CatalogStart] = machine + weights + wholeStarts

  private static let machine: [CatalogStart] = [
    guide("vm-boot", .uniform(low: 60, high: 120), "a cloud GPU machine is provisioned"),
    guide("driver-init", .uniform(low: 20, high: 40), "the GPU driver starts"),
    guide(
      "image-pull", stage: "image", .uniform(low: 30, high: 90), "a GPU container image is pulled"),
    guide(
      "weights-object-storage", stage: "load", .uniform(low: 100, high: 300),
      "weights of several GB come from object storage"),
  ]

  private static let fast = Distribution.lognormal(mu: 1.085, sigma: 0.336, shift: 0)
  private static let slow = Distribution.lognormal(mu: 3.435, sigma: 0.315, shift: 0)

  private static let weights: [CatalogStart] = [
    genTD(
      "model-load-production",
      .mixture([
        Distribution.MixturePart(weight: 0.36, distribution: fast),
        Distribution.MixturePart(weight: 0.64, distribution: slow),
      ]), "a base image model of a serverless GPU fleet is loaded, cached or not, n=7531",
      "basemodel_update_latency_anon.csv"),
    genTD(
      "model-load-cached", fast, "the same, loads under 10 s, n=2699",
      "basemodel_update_latency_anon.csv"),
    genTD(
      "model-load-remote", slow, "the same, loads of 10 s and more, n=4832",
      "basemodel_update_latency_anon.csv"),
    genTD(
      "adapter-load", .lognormal(mu: 1.3898, sigma: 0.4774, shift: 0),
      "a LoRA adapter is loaded, n=27415", "lora_update_latency_anon.csv"),
    genTD(
      "pipeline-load", .lognormal(mu: 2.2693, sigma: 0.7681, shift: 0),
      "a base model with adapter and ControlNet is switched in, n=33424",
      "pipeline_update_latency_anon.csv"),
    serverlessLLM(
      "load-7b-safetensors-nvme", .lognormal(mu: 1.6199, sigma: 0.1274, shift: 0),
      "opt-6.7b from local NVMe to an A5000, n=30",
      "a5000_2024/facebook_opt-6.7b_safetensors_30_random.json"),
    serverlessLLM(
      "load-32b-safetensors-nvme", .lognormal(mu: 3.018, sigma: 0.1154, shift: 0),
      "Qwen3-32B from local NVMe to an H100, n=30",
      "h100_2025/random/Qwen_Qwen3-32B_safetensors_30_random.json"),
  ]

  private static let wholeStarts: [CatalogStart] = [
    CatalogStart(
      name: "cpu-function", stage: "boot",
      distribution: .lognormal(mu: 0.2965, sigma: 1.326, shift: 0),
      provenance: Provenance(
        subject: "start cpu-function",
        value: "whole cold start of a CPU function, all regions, 31 days",
        quality: .catalog,
        source: "EuroSys 2025, Serverless Cold Starts and Where to Find Them, fig. 10 (undated)")),
    modal("container-l4", .constant(13.5), "whole cold start of a container on L4, n=1"),
    modal("container-l4-snapshot", .constant(8.9), "the same from a CPU memory snapshot, n=1"),
    CatalogStart(
      name: "pod-new-node", stage: "boot", distribution: .uniform(low: 600, high: 900),
      provenance: Provenance(
        subject: "start pod-new-node",
        value: "node, 15 GB image and start of a pod, as a vendor claims", quality: .catalog,
        source: "tensorfuse.io, Why do GPU Containers have long Cold Starts?",
        date: "2024-09-03")),
  ]

  /// A range that a guide states without data.
  private static func guide(
    _ name: String, stage: String = "boot", _ distribution: Distribution, _ what: String
  ) -> CatalogStart {
    let source =
      "systemoverflow.com, Cold Start Problem: Model Loading and Predictive Warming, a range "
      + "without data (undated)"
    return CatalogStart(
      name: name, stage: stage, distribution: distribution,
      provenance: Provenance(
        subject: "start \(name)", value: what, quality: .catalog, source: source))
  }

  /// A fit to the raw samples of Alibaba's 2026 trace of a serverless GPU fleet.
  private static func genTD(
    _ name: String, _ distribution: Distribution, _ what: String, _ file: String
  ) -> CatalogStart {
    CatalogStart(
      name: name, stage: "load", distribution: distribution,
      provenance: Provenance(
        subject: "start \(name)", value: what, quality: .catalog,
        source: "fit to github:alibaba/clusterdata@7a6c496e4f:cluster-trace-v2026-GenAI/\(file) "
          + "(undated)"))
  }

  /// A fit to the raw samples of the ServerlessLLM benchmark.
  private static func serverlessLLM(
    _ name: String, _ distribution: Distribution, _ what: String, _ file: String
  ) -> CatalogStart {
    CatalogStart(
      name: name, stage: "load", distribution: distribution,
      provenance: Provenance(
        subject: "start \(name)", value: what, quality: .catalog,
        source: "fit to github:ServerlessLLM/ServerlessLLM@9f50241baa:benchmarks/results/\(file) "
          + "(undated)"))
  }

  /// A single measurement by one project.
  private static func modal(
    _ name: String, _ distribution: Distribution, _ what: String
  ) -> CatalogStart {
    CatalogStart(
      name: name, stage: "boot", distribution: distribution,
      provenance: Provenance(
        subject: "start \(name)", value: what, quality: .catalog,
        source: "deployment notes of one project on Modal (undated, read in 2026)"))
  }
}
