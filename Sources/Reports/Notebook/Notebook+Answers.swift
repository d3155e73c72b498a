extension Notebook {
  /// Reads the files.
  static let reading = #"""
    import json
    from pathlib import Path

    import matplotlib.pyplot as plt
    import pandas as pd

    here = Path(".")  # the directory of this notebook
    manifest = json.loads((here / "manifest.json").read_text(encoding="utf-8"))
    text = {"architecture": "string", "population": "string", "pool": "string"}
    tables = ["summary", "comparisons", "latency", "latency_histogram", "timeline", "costs",
              "instances", "decisions"]
    summary, comparisons, latency, histogram, timeline, costs, instances, decisions = (
        pd.read_csv(here / f"{table}.csv", dtype=text) for table in tables
    )
    architectures = manifest["architectures"]
    lost = ["frames_late", "frames_dropped", "frames_rejected", "frames_failed"]
    timeline["hour"] = timeline["start_s"] / 3600
    timeline["lost"] = timeline[lost].sum(axis=1)
    for table in (costs, decisions):
        table["pool"] = table["pool"].fillna("")
    ink, grey, blue, red, amber = "#1F2328", "#8A9199", "#024AD4", "#9D2709", "#C27B01"
    plt.rcParams.update({"figure.constrained_layout.use": True, "axes.spines.top": False,
                         "axes.spines.right": False, "axes.grid": True, "grid.alpha": 0.25})

    pd.DataFrame(manifest["provenance"])  # what the figures lean on
    """#

  /// Which to choose.
  static let answers: [Cell] = [
    .words(
      """
      ## What does each cost, and how good is it?
      Means over replications; `ci_low` and `ci_high` are the ends of the 95% interval over \
      replications. An empty field is unknown, never zero.
      """),
    .code(
      #"""
      shown = ["cost", "cost_per_month", "p50_latency", "p95_latency", "p99_latency",
               "late_or_dropped", "utilization", "mean_instances", "max_instances"]
      means = summary.pivot(index="architecture", columns="metric", values="mean")
      means.reindex(index=architectures, columns=shown)
      """#),
    .words(
      """
      ## What does quality cost?
      Down and to the left is better. Bars are 95% intervals of the mean; where two overlap, look \
      at the paired differences in `comparisons.csv` before you call one cheaper.
      """),
    .code(
      #"""
      money = "cost_per_month" if means["cost_per_month"].notna().any() else "cost"
      figure, axis = plt.subplots(figsize=(7, 4.5))
      table = summary.set_index(["architecture", "metric"])
      for name in architectures:
          x, y = table.loc[(name, money)], table.loc[(name, "late_or_dropped")]
          spread = [[[point["mean"] - point["ci_low"]], [point["ci_high"] - point["mean"]]]
                    for point in (x, y)]
          y_spread = [[100 * part[0]] for part in spread[1]]
          axis.errorbar(x["mean"], 100 * y["mean"], xerr=spread[0], yerr=y_spread, fmt="o",
                        color=blue)
          axis.annotate(name, (x["mean"], 100 * y["mean"]), xytext=(6, 4),
                        textcoords="offset points")
      axis.set(xlabel=f"{money}, $", ylabel="late or dropped, % of frames offered",
               title="Cost against quality")
      axis.set_xlim(left=0)
      axis.set_ylim(bottom=0)
      plt.show()
      """#),
    .words(
      """
      Every other architecture against the first, replication by replication under the same \
      users: the difference is surer than either figure. `probability_better` is 0.5 where \
      nothing differs.
      """),
    .code(
      #"""
      wanted = [money, "p95_latency", "late_or_dropped"]
      pairs = comparisons[comparisons["metric"].isin(wanted)]
      pairs[["candidate", "metric", "unit", "difference", "ci_low", "ci_high", "probability_better"]]
      """#),
    .words(
      """
      ## How bad is a bad day?
      One dot for each replication: the same number has the same users in every architecture.
      """),
    .code(
      #"""
      days = timeline.groupby(["architecture", "replication"])[["lost", "frames_offered"]].sum()
      days["share"] = 100 * days["lost"] / days["frames_offered"]
      figure, axis = plt.subplots(figsize=(8, 0.8 + 0.5 * len(architectures)))
      for place, name in enumerate(architectures):
          shares = days.loc[name, "share"]
          axis.plot(shares, [place] * len(shares), "o", color=blue, alpha=0.5)
      axis.set_yticks(range(len(architectures)), architectures)
      axis.invert_yaxis()
      axis.set(xlabel="late or dropped, % of frames offered", title="Late or dropped in each replication")
      axis.set_xlim(left=0)
      plt.show()
      """#),
  ]
}
