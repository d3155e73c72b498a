/// Explanations of problems of the text and its words.
enum DiagnosticTexts {
  static let file = Explanation.Text(
    """
    The scenario file cannot be read: it is not there, is a folder, is larger than 4 MB, or the
    system refuses.
    """,
    because: "Nothing was simulated.",
    advice: """
      Check the path; headroom init NAME writes a scenario to start from. Long series of numbers
      belong in CSV files that the scenario names.
      """)
  static let encoding = Explanation.Text(
    "A byte is not UTF-8, or a control character stands in the text.",
    because: """
      Names and units could be read as something else than what you see.
      """,
    advice: "Save the file as UTF-8 and take the character out.")
  static let range = Explanation.Text(
    """
    A value has the right kind but lies outside of its limits; the message gives the limits with
    their unit.
    """,
    because: """
      The limits keep apart what can be simulated from a slip of the keyboard, such as a deadline
      of ten years.
      """,
    advice: """
      Correct the value. If it is meant, look for the unit first: 100ms is not 100s.
      """)
  static let tab = Explanation.Text(
    "A tab indents the line.",
    because: "YAML allows only spaces there, and editors show the two alike.",
    advice: "Indent with spaces.")
  static let nesting = Explanation.Text(
    "Mappings and lists stand in each other more than 100 levels deep.",
    because: "No scenario needs it, and such a file is likely to be broken.",
    advice: "Look for a bracket that is not closed.")
  static let syntax = Explanation.Text(
    """
    The text is not YAML, has a tag such as !!int, has a list for a key, or is empty.
    """,
    because: "Nothing after that place can be trusted.",
    advice: """
      Look at the line and the one before it: a missing colon, quote or bracket. Quote texts that
      begin with a special character.
      """)
  static let alias = Explanation.Text(
    """
    A YAML alias (*name) stands for nothing before it, is used as a key, or would unfold into
    more values than a scenario may have.
    """,
    because: "What it stands for would have to be guessed.",
    advice: """
      Write the anchor (&name) before the alias, or quote a text that begins with a star.
      """)
  static let duplicateKey = Explanation.Text(
    "The same key is given twice in one mapping.",
    because: """
      YAML readers differ in which one they take; here neither is taken.
      """,
    advice: "Keep one of them.")
  static let unknownKey = Explanation.Text(
    """
    A key means nothing where it stands; the message names the nearest key that does.
    """,
    because: """
      A misspelt key that were passed over would leave a default in its place, silently.
      """,
    advice: """
      Take the suggestion, or see the keys of the section in docs/scenarios.md. notes: and keys
      that begin with x- are free for people.
      """)
  static let missingKey = Explanation.Text(
    "A key that cannot be left out is not there.",
    because: "It has no default, because no value would be right for most.",
    advice: "Add it; docs/scenarios.md shows each section with an example.")
  static let type = Explanation.Text(
    """
    A value is of another kind than the key takes, such as text for a number or a list for a
    mapping.
    """,
    because: "It cannot be understood without a guess.",
    advice: "Write it as the message shows.")
  static let unit = Explanation.Text(
    """
    A number that has a dimension lacks its unit, or has one that does not fit.
    """,
    because: """
      200 may be milliseconds or seconds, and a guess would be off by a thousand.
      """,
    advice: """
      Write the unit next to the number: 200ms, 24fps, 70%, $0.53/h, 6GB, 20Mbps.
      """)
  static let number = Explanation.Text(
    """
    A number is not written as one: 1:30, 010, .5, 1_000 and nan are read by YAML in ways that
    differ from what people mean.
    """,
    because: "Ten minutes, ten and eight look alike.",
    advice: """
      Write plain digits with a unit, such as 90s or 0.5; a time of day is in quotes, "14:00".
      """)
  static let name = Explanation.Text(
    """
    A name breaks the rule for names: lower-case letters, digits, dot, underscore and hyphen, a
    letter or digit first, at most 100.
    """,
    because: "Names become columns, file names and words on the command line.",
    advice: "Rename it, as in l4-spot or avatar_2.")
}
