import Capacity
import Experiments

extension Report {
  /// The content of `analysis.ipynb`.
  package var notebook: String {
    Notebook(
      cells: [.words(opening), .code(Notebook.reading)] + Notebook.answers + Notebook.causes
        + [.words(Notebook.closing)]
    ).text
  }

  private var opening: String {
    """
    # \(comparison.scenario.name)

    \(Notebook.plain(headline))

    \(Words.count(evaluation.summaries.count, "architecture")), \
    \(Words.count(comparison.replications, "replication")) of \
    \(Words.duration(comparison.scenario.clock.measure)), seed \(comparison.scenario.seed), \
    headroom \(version). Everything below is read from the CSV files beside this notebook; \
    `docs/outputs.md` says what each column means, `headroom explain WORD` what each word means. \
    Run it from top to bottom, then change it: it is written anew by the next run, so keep \
    your own under another name.
    """
  }
}

extension Notebook {
  /// A sentence whose characters mean nothing to Markdown.
  package static func plain(_ text: String) -> String {
    var plain = ""
    for character in text {
      if "\\`*_{}[]<>#|~$".contains(character) { plain += "\\" }
      plain.append(character)
    }
    return plain
  }
}
