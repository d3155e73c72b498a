/// Screens of `check`, checked by hand once.
enum GoldenCheck {
  static let failing = """
    headroom check  avatar.yaml  l4-reactive, 3 replications  against base.json

    FAILS: late or dropped 2.1% (1.8 to 2.4), limit 1%. 1 more fails, 1 is not
    settled, 3 hold.

                                        now      95% interval           limit   was
      ? p99 frame latency            141 ms        129 to 153         ≤ 150ms   135
          settle: --replications 6
      ✗ late or dropped                2.1%        1.8 to 2.4            ≤ 1%   0.3
      ✓ cost per month               $33.3k      33.0 to 33.6  ≤ $40000/month  33.2
      ✓ p99 frame latency, change     +4.4%      +4.1 to +4.8           ≤ +5%
      ✗ late or dropped, change    +1.76 pt         no spread       ≤ +0.1 pt
      ✓ cost per month, change      +0.301%  +0.299 to +0.304           ≤ +2%

    ✓ ✗ the whole 95% interval is on one side of the limit, ? it is not; pt
    percentage points
    why: 100% of the frames not served in time end 19:30 to 20:00
    files    notebooks-out/avatar/: check.json, junit.xml, summary.md
    run      seed 1, headroom 0.1.0, 3 replications in 12 s on 8 threads

    """
}
