/// Screens checked by hand once.
enum GoldenScreens {
  static let three = """
    headroom compare  scenarios/avatar.yaml  3 architectures, 3 replications each

    h100-pack is the cheapest that meets every objective: $31.9k a month, $3.1k
    (2.9k to 3.3k) less than l4-predict, the next that does. l4-spot costs $20.7k;
    objective 2 is not settled for it.

                  cost     frame latency, ms  late or     busy     inst.  meets
    architecture  $k/mo      p50  p95  p99    drop %         %  mean/max  1 2
    ▸ h100-pack   31.9 ±0.2   28   44  71 ±2  0.21 ±0.05    71     15/29  ✓ ✓
      l4-predict  35.0 ±0.4   28   44  83 ±3  0.34 ±0.06    71    60/119  ✓ ✓
      l4-spot     20.7 ±0.3   28   44  88 ±9  0.8  ±0.3     71    61/121  ✓ ?
    1 p99 frame latency ≤ 100ms    2 late or dropped ≤ 1%
    ± half the 95% interval over replications.  ✓ ✗ settled, ? open
    a day of h100-pack (replication 1, of median cost; every line starts at 0)
     users     ▁▁▁▁▂▂▂▃▃▃▄▄▄▅▅▅▆▆▆▇▇▇████▇▇▇▆▆▆▅▅▅▄▄▄▃▃▃▂▂▂▁▁▁▁  max 410
     instances ▁▁▁▂▂▂▂▃▃▃▄▄▄▅▅▅▆▆▆▇▇▇████▇▇▇▆▆▆▅▅▅▄▄▄▃▃▃▂▂▂▂▁▁▁  max 29
     late %                                           █          max 0.20, 19:30
               00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00   UTC
    ! price-old: the price g4dn.xlarge spot is 107 days old (2025-09-20).
    assumed  price g4dn.xlarge spot $0.16/h (catalog, 2025-09-20); boot 210s; month
             730 h
    settle?  headroom compare scenarios/avatar.yaml --only l4-spot --replications 7
    files    notebooks-out/avatar/: report.html, 11 CSV, analysis.ipynb
    run      seed 1, headroom 0.1.0, 9 replications in 3 min 50 s on 8 threads

    """

  static let five = """
    headroom compare  scenarios/avatar.yaml  5 architectures, 3 replications each

    h100-pack is the cheapest that meets every objective: $31.9k a month, $3.1k
    (2.9k to 3.3k) less than l4-predict, the next that does. l4-spot costs $20.7k;
    objective 2 is not settled for it.

                   cost       frame latency, ms  late or     busy     inst.  meets
    architecture   $k/mo      p50  p95  p99      drop %         %  mean/max  1 2
    ▸ h100-pack    31.9 ±0.2   28   44   71 ±2   0.21 ±0.05    71     15/29  ✓ ✓
      l4-predict   35.0 ±0.4   28   44   83 ±3   0.34 ±0.06    71    60/119  ✓ ✓
      l4-spot      20.7 ±0.3   28   44   88 ±9   0.8  ±0.3     71    61/121  ✓ ?
      l4-reactive  33.3 ±0.3   28   44  141 ±12  2.1  ±0.3     71    57/113  ✗ ✗
    ! l4-static    52.6        28   44  410 ±40  3.9  ±0.7     71    90/179  ✗ ✗
    1 p99 frame latency ≤ 100ms    2 late or dropped ≤ 1%
    ± half the 95% interval over replications.  ✓ ✗ settled, ? open

    a day of h100-pack (replication 1, of median cost; every line starts at 0)
     users     ▁▁▁▁▂▂▂▃▃▃▄▄▄▅▅▅▆▆▆▇▇▇████▇▇▇▆▆▆▅▅▅▄▄▄▃▃▃▂▂▂▁▁▁▁  max 410
     instances ▁▁▁▂▂▂▂▃▃▃▄▄▄▅▅▅▆▆▆▇▇▇████▇▇▇▆▆▆▅▅▅▄▄▄▃▃▃▂▂▂▂▁▁▁  max 29
     late %                                           █          max 0.20, 19:30
               00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00   UTC

    ! overloaded: l4-static cannot serve what it is offered between 01:30 and the
      end, on 3 of 3 replications. Its latency depends on how long one looks.
    ! price-old: the price g4dn.xlarge spot is 107 days old (2025-09-20).
    assumed  price g4dn.xlarge spot $0.16/h (catalog, 2025-09-20); boot 210s; month
             730 h
    settle?  headroom compare scenarios/avatar.yaml --only l4-spot --replications 7
    files    notebooks-out/avatar/: report.html, 11 CSV, analysis.ipynb
    run      seed 1, headroom 0.1.0, 15 replications in 3 min 50 s on 8 threads

    """

  static let run = """
    headroom run  scenarios/avatar.yaml  h100-pack, 3 replications

    h100-pack meets every objective at $31.9k a month.

                  cost     frame latency, ms  late or     busy     inst.  meets
    architecture  $k/mo      p50  p95  p99    drop %         %  mean/max  1 2
      h100-pack   31.9 ±0.2   28   44  71 ±2  0.21 ±0.05    71     15/29  ✓ ✓
    1 p99 frame latency ≤ 100ms    2 late or dropped ≤ 1%
    ± half the 95% interval over replications.  ✓ ✗ settled, ? open

    latency, ms       p50       p95       p99  of all frames together
      total          28.0      28.0      28.0
      network           -         -         -
      queue             -         -         -
      service           -         -         -
    frames   served 1,000,000 (100%)
    cost     busy 100%
    budget   $k/mo over replications: p5 31.8, median 31.9, p95 32.0

    a day of h100-pack (replication 1, of median cost; every line starts at 0)
     users     ▁▁▁▁▂▂▂▃▃▃▄▄▄▅▅▅▆▆▆▇▇▇████▇▇▇▆▆▆▅▅▅▄▄▄▃▃▃▂▂▂▁▁▁▁  max 410
     instances ▁▁▁▂▂▂▂▃▃▃▄▄▄▅▅▅▆▆▆▇▇▇████▇▇▇▆▆▆▅▅▅▄▄▄▃▃▃▂▂▂▂▁▁▁  max 29
     late %                                           █          max 0.20, 19:30
               00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00   UTC

    assumed  month 730 h
    files    notebooks-out/avatar/: report.html, 11 CSV, analysis.ipynb
    run      seed 1, headroom 0.1.0, 3 replications in 3 min 50 s on 8 threads

    """
}
