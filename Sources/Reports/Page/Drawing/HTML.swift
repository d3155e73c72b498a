/// Elements of a page as text; what people wrote is escaped here and nowhere else.
///
/// The text is well-formed XML as well, so that a test can tell a broken page from a whole one.
enum HTML {
  /// Text between tags.
  static func text(_ text: String) -> String { XML.escaped(text) }

  /// An element; attribute values are escaped, `content` is markup already.
  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: String = ""
  ) -> String {
    "<\(name)\(list(attributes))>\(content)</\(name)>"
  }

  /// An element without content.
  static func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) -> String {
    "<\(name)\(list(attributes))/>"
  }

  private static func list(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.reduce("") { $0 + " \($1.key)=" + XML.attribute($1.value) }
  }
}
