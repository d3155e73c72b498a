/// A fingerprint of a text: 64-bit FNV-1a over its UTF-8 bytes (Fowler, Noll and Vo).
///
/// It tells versions of a scenario apart; it is not made to withstand someone who forges one.
package enum Digest {
  /// The fingerprint as `fnv1a64:` and 16 hexadecimal digits.
  package static func fnv1a(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let hex = String(hash, radix: 16)
    return "fnv1a64:" + String(repeating: "0", count: 16 - hex.count) + hex
  }
}
