import Autoscaling
import Kernel
import Testing

extension RayServeAutoscaler.Settings {
  /// The settings of a vector: its `config`, which it must have, and its gang size.
  init(of input: JSONValue) throws {
    try self.init(config: try #require(input["config"]))
    if let gang = input["gang_size"]?.int { gangSize = gang }
  }

  /// Ray's own keys; those that are absent or null keep Ray's default.
  init(config: JSONValue) throws {
    self.init()
    if let value = config["min_replicas"]?.int { min = value }
    if let value = config["max_replicas"]?.int { max = value }
    initial = config["initial_replicas"]?.int
    if let value = config["target_ongoing_requests"]?.double { targetOngoingRequests = value }
    if let value = config["upscaling_factor"]?.double { upscalingFactor = value }
    if let value = config["downscaling_factor"]?.double { downscalingFactor = value }
    if config["upscale_delay_s"] != nil { upscaleDelay = try config.duration("upscale_delay_s") }
    if config["downscale_delay_s"] != nil {
      downscaleDelay = try config.duration("downscale_delay_s")
    }
    if config["downscale_to_zero_delay_s"] != nil {
      downscaleToZeroDelay = try config.duration("downscale_to_zero_delay_s")
    }
  }
}
