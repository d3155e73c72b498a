extension Notebook {
  /// Why it is so, and when.
  static let causes: [Cell] = [
    .words(
      """
      ## When does it hurt?
      A real replication (the one whose share of late or dropped frames is the median), not a \
      mean over replications, which would smear the steps of scaling. Demand is dashed.
      """),
    .code(
      #"""
      figure, pairs = rows(height=2.2)
      for name, axis in pairs:
          shares = days.loc[name, "share"].sort_values(kind="stable")
          chosen = shares.index[len(shares) // 2]
          day = timeline[(timeline["architecture"] == name) & (timeline["replication"] == chosen)]
          axis.fill_between(day["hour"], day["instances_ready"], step="post", alpha=0.25, color=blue)
          axis.step(day["hour"], day["instances_ready"] + day["instances_starting"], where="post",
                    color=amber, linewidth=1)
          axis.set_ylim(bottom=0)
          axis.set_ylabel("instances")
          axis.set_title(f"{name}, replication {chosen}: ready (filled), with starting (line), "
                         "users (dashed, right), late or dropped (red)", loc="left", fontsize=9)
          users = axis.twinx()
          users.plot(day["hour"], day["users"], "--", color=ink, linewidth=1)
          users.set_ylim(bottom=0)
          users.set_ylabel("users")
          bad = day[day["lost"] > 0.01 * day["frames_offered"].clip(lower=1)]
          axis.plot(bad["hour"], [0] * len(bad), "|", color=red, markersize=12)
      pairs[-1][1].set_xlabel("hours since clock.start (red: over 1% of the interval's frames)")
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
      for (name, population), part in histogram.groupby(["architecture", "population"], sort=False):
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
          axis = parts.plot.barh(figsize=(8, height), color=["#8A9199", amber, blue, ink])
          axis.invert_yaxis()
          axis.set(xlabel="95th percentile, ms", ylabel="", title="What the time is made of")
          plt.show()
      parts
      """#),
    .words(
      """
      ## Where does the money go?
      Mean over replications of what each second of an instance was used for. Idle is what a \
      better fit to the demand would save at most.
      """),
    .code(
      #"""
      spent = costs.groupby(["architecture", "category"])["usd"].sum().unstack(fill_value=0)
      spent = spent.reindex(architectures) / manifest["replications"]
      if spent.size:
          axis = spent.plot.barh(stacked=True, figsize=(8, 1.2 + 0.5 * len(spent)))
          axis.invert_yaxis()
          axis.set(xlabel="$ in the measured span", ylabel="", title="Where the money goes")
          axis.legend(fontsize=8)
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
          figure, pairs = rows()
          for name, axis in pairs:
              for pool, steps in first[first["architecture"] == name].groupby("pool"):
                  axis.step(steps["time_s"] / 3600, steps["to"], where="post", label=pool)
                  axis.legend(fontsize=8, loc="upper left")
              axis.set_title(name, loc="left", fontsize=9)
              axis.set_ylabel("wanted")
          pairs[-1][1].set_xlabel("hours since clock.start (negative: warm-up)")
          plt.show()
      decisions.groupby(["architecture", "who", "what"]).size().unstack(fill_value=0)
      """#),
  ]

  /// Where to go on.
  static let closing = """
    ## Before you decide
    - What the figures lean on is the first table: measure first what is `assumed` and weighs most.
    - An interval that spans a limit is an open question, not a pass: run more replications.
    - `manifest.json` has the scenario itself; `headroom compare` with it gives these bytes again.
    """
}
