extension Notebook {
  /// Why it is so, and when.
  static let causes: [Cell] = [
    .words(
      """
      ## When does it hurt?
      One real replication for all (the one whose share of late or dropped frames is the median), \
      not a mean over replications, which would smear the steps of scaling. Panels share the hours. \
      Of many architectures the first five are drawn: change `drawn` for others.
      """),
    .code(
      #"""
      order = days["share"].groupby("replication").mean().sort_values(kind="stable")
      chosen = order.index[(len(order) - 1) // 2]
      day = timeline[timeline["replication"] == chosen]
      drawn = architectures[:5]
      count = len(drawn)
      figure, axes = plt.subplots(1 + 2 * count, 1, sharex=True, figsize=(9, 1.4 + 2.6 * count),
                                  height_ratios=[1.2] + [1.4, 0.7] * count)
      offered = day[day["architecture"] == architectures[0]]
      axes[0].step(offered["hour"], offered["frames_offered"] / offered["length_s"], where="post",
                   color=ink, linewidth=1)
      axes[0].set_title(f"Replication {chosen}: frames offered each second", loc="left", fontsize=9)
      for place, name in enumerate(drawn):
          part = day[day["architecture"] == name]
          size, bad = axes[1 + 2 * place], axes[2 + 2 * place]
          size.fill_between(part["hour"], part["instances_ready"], step="post", alpha=0.3, color=blue)
          size.step(part["hour"], part["instances_ready"] + part["instances_starting"],
                    where="post", color=amber, linewidth=1)
          size.set_title(f"{name}: instances ready (filled) and starting (line above)", loc="left",
                         fontsize=9)
          share = 100 * part["lost"] / part["frames_offered"].clip(lower=1)
          bad.fill_between(part["hour"], share, step="post", color=red, linewidth=0)
          bad.set_title("late or dropped, %", loc="left", fontsize=8, color=red)
          bad.set_ylim(bottom=0, top=max(1, share.max()))
      for axis in axes:
          axis.set_ylim(bottom=0)
      axes[-1].set_xlabel("hours since clock.start")
      plt.show()
      """#),
    .words(
      """
      ## How long do frames take?
      The share of answered frames slower than x, both axes logarithmic: a tail that bends down \
      late is a queue that lasts.
      """),
    .code(
      #"""
      figure, axis = plt.subplots(figsize=(8, 4.5))
      shown = histogram[histogram["architecture"].isin(drawn)]
      for (name, population), part in shown.groupby(["architecture", "population"], sort=False):
          part = part.sort_values("upper_ms")
          slower = 1 - part["frames"].cumsum() / part["frames"].sum()
          kept = slower > 0
          axis.plot(part["upper_ms"][kept], slower[kept], label=f"{name}, {population}")
      if len(histogram):
          axis.set(xscale="log", yscale="log")
          axis.legend(fontsize=8)
      axis.set(xlabel="ms from capture to result", ylabel="share of answered frames slower",
               title="How long frames take")
      plt.show()
      """#),
    .words(
      """
      ## What is the time made of?
      The 95th percentile of each part. They need not add up to that of the total: a frame that \
      waits long in the queue may be quick on the network.
      """),
    .code(
      #"""
      slow = latency[latency["quantile"] == 0.95]
      parts = slow.pivot_table(index=["architecture", "population"], columns="part",
                               values="latency_ms", sort=False)
      parts = parts.reindex(columns=["network", "queue", "service", "total"])
      if parts.notna().any().any():
          height = 1 + 0.6 * len(parts)
          axis = parts.plot.barh(figsize=(8, height), color=[grey, amber, blue, ink])
          axis.invert_yaxis()
          axis.set(xlabel="95th percentile, ms", ylabel="", title="What the time is made of")
          plt.show()
      parts
      """#),
    .words(
      """
      ## Where does the money go?
      Mean over replications, by what it was paid for; `headroom explain idle` says what each \
      category is. What is given back stands left of zero. Idle is what a better fit to the demand \
      would save at most.
      """),
    .code(
      #"""
      spent = costs.groupby(["architecture", "category"])["usd"].sum().unstack(fill_value=0)
      spent = spent.reindex(architectures) / manifest["replications"]
      known = {"busy": blue, "idle": amber, "starting": "#E2A94A", "draining": grey,
               "minimum": "#C5CAD0", "vacant": "#7A5A1E", "egress": "#630F7A", "overhead": ink}
      others = iter(plt.cm.tab20.colors)
      first = [category for category in known if category in spent]
      spent = spent[first + [category for category in spent if category not in first]]
      colors = [known.get(category) or next(others) for category in spent]
      if spent.size:
          axis = spent.plot.barh(stacked=True, figsize=(9, 1.4 + 0.5 * len(spent)), color=colors)
          axis.invert_yaxis()
          axis.axvline(0, color=ink, linewidth=0.8)
          axis.set(xlabel="$ in the measured span", ylabel="", title="Where the money goes")
          axis.legend(fontsize=8, loc="center left", bbox_to_anchor=(1, 0.5))
          plt.show()
      spent
      """#),
    .words(
      """
      ## How long does capacity take to come, and how does it go?
      Minutes from launch to ready of instances that became ready within the span, and how \
      instances ended.
      """),
    .code(
      #"""
      instances["start_min"] = (instances["ready_s"] - instances["launched_s"]) / 60
      started = instances[instances["launched_s"] > 0]
      display(started.groupby(["architecture", "pool"])["start_min"].describe())
      instances.groupby(["architecture", "pool", "purchase", "end"]).size().unstack(fill_value=0)
      """#),
    .words(
      """
      ## What did the control plane decide, and why?
      Wanted instances after each decision of the first replication, and how often each reason \
      was given over all of them.
      """),
    .code(
      #"""
      first = decisions[decisions["replication"] == 0]
      if len(first):
          names = [name for name in drawn if (first["architecture"] == name).any()]
          figure, axes = plt.subplots(max(1, len(names)), 1, sharex=True, squeeze=False,
                                      figsize=(9, 0.8 + 1.6 * len(names)))
          for name, axis in zip(names, axes[:, 0]):
              of_pools = first[(first["architecture"] == name) & (first["pool"] != "")]
              for pool, steps in of_pools.groupby("pool"):
                  axis.step(steps["time_s"] / 3600, steps["to"], where="post", label=pool)
                  axis.legend(fontsize=8, loc="upper left")
              axis.set_title(f"{name}: instances wanted, by pool", loc="left", fontsize=9)
              axis.set_ylim(bottom=0)
          axes[-1, 0].set_xlabel("hours since clock.start (negative: warm-up)")
          plt.show()
      decisions.groupby(["architecture", "who", "what"]).size().unstack(fill_value=0)
      """#),
  ]

  /// Where to go on.
  static let closing = """
    ## Where to go from here
    Questions that these files answer, and where to begin:
    - *Which hours cost the most?* `timeline.groupby(timeline["hour"] // 1)["cost_usd"].sum()`
    - *Which population suffers?* `latency[latency["part"] == "total"]` by `population`.
    - *How long was the worst stretch?* Sort `timeline` by `lost`, and look at `decisions` around it.
    - *Do starts come too late?* `start_min` above against the minutes in which demand doubles.
    - *What do interruptions cost?* `instances[instances["end"] == "interrupted"]` by `zone`.
    - *How many replications would settle it?* Widths shrink with the square root of their number.

    Before you decide:
    - What the figures lean on is the first table: measure first what is `assumed` and weighs most.
    - An interval that spans a limit is an open question, not a pass: run more replications.
    - `manifest.json` has the scenario itself; `headroom compare` with it gives these bytes again.
    """
}
