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
    .words("The same with intervals: the dot is the mean, the bar its 95% interval."),
    .code(
      #"""
      money = "cost_per_month" if means["cost_per_month"].notna().any() else "cost"


      def figures(metric):
          """A metric's mean and the ends of its interval, by architecture."""
          rows = summary[summary["metric"] == metric].set_index("architecture")
          return rows.reindex(architectures)[["mean", "ci_low", "ci_high"]]


      def ends(rows, name):
          """How far an interval reaches to both sides of its mean, as error bars want it."""
          low, mean, high = rows.loc[name, ["ci_low", "mean", "ci_high"]]
          return [[max(mean - low, 0)], [max(high - mean, 0)]]


      panels = {f"{money}, $": figures(money), "late or dropped, %": 100 * figures("late_or_dropped"),
                "p95 latency, ms": figures("p95_latency")}
      figure, axes = plt.subplots(1, len(panels), sharey=True,
                                  figsize=(10, 1 + 0.4 * len(architectures)))
      for axis, (label, rows) in zip(axes, panels.items()):
          for place, name in enumerate(architectures):
              axis.errorbar(rows["mean"][name], place, xerr=ends(rows, name), fmt="o", color=blue,
                            elinewidth=3, markersize=5)
          axis.set_xlabel(label)
          axis.set_xlim(left=0)
      axes[0].set_yticks(range(len(architectures)), architectures)
      axes[0].invert_yaxis()
      figure.suptitle("Means with their 95% intervals")
      plt.show()
      """#),
    .words(
      """
      ## What does quality cost?
      Down and to the left is better. Bars are 95% intervals of the mean; where two overlap, look \
      at the paired differences in `comparisons.csv` before you call one cheaper.
      """),
    .code(
      #"""
      figure, axis = plt.subplots(figsize=(8, 4.5))
      x, y = figures(money), 100 * figures("late_or_dropped")
      few = len(architectures) <= 6
      for place, name in enumerate(architectures):
          axis.errorbar(x["mean"][name], y["mean"][name], xerr=ends(x, name), yerr=ends(y, name),
                        fmt="o", color=blue, label=f"{place + 1} {name}")
          axis.annotate(name if few else place + 1, (x["mean"][name], y["mean"][name]),
                        xytext=(6, 4), textcoords="offset points")
      axis.set(xlabel=f"{money}, $", ylabel="late or dropped, % of frames offered",
               title="Cost against quality")
      if not few:
          axis.legend(fontsize=8, loc="center left", bbox_to_anchor=(1, 0.5), handlelength=0,
                      markerscale=0)
      if y["mean"].max() > 20 * y["mean"].median():
          axis.set_yscale("symlog", linthresh=1)  # linear up to 1%, logarithmic above
          axis.yaxis.set_major_formatter("{x:g}")
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
