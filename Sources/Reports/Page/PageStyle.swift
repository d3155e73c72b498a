/// The one style sheet of the page.
///
/// Colours have a meaning each and are told apart by people with any colour vision; no value
/// rests on a colour alone. They never sit on opacity.
enum PageStyle {
  static let text = light + dark + layout + chart + print

  /// The rules of pictures with the colours of the light theme in them: for a picture alone.
  static var standalone: String {
    light.split { ";{}\n".contains($0) }.filter { $0.hasPrefix("--") }.reduce(chart) { text, rule in
      let parts = rule.split(separator: ":", maxSplits: 1)
      return text.replacing("var(\(parts[0]))", with: parts[1])
    }
  }

  private static let light = """
    :root{color-scheme:light dark;--bg:#fff;--ink:#1F2328;--ref:#8A9199;--cap:#024AD4;\
    --bad:#9D2709;--wait:#C27B01;--spot:#630F7A;--rule:#E3E6E9;--pale:#D9E3F7;--mid:#7FA3EA;--soft:#57606A;\
    --well:#F6F8FA}

    """

  private static let dark = """
    @media screen and (prefers-color-scheme:dark){:root{--bg:#14171A;--ink:#E6E8EA;\
    --ref:#7D858D;--cap:#A3C1F7;--bad:#E05916;--wait:#E2C006;--spot:#C86AEA;--rule:#2B3036;\
    --pale:#24344F;--mid:#5878B0;--soft:#A9B1B9;--well:#1B1F23}}

    """

  private static let layout = """
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:68rem;background:var(--bg);\
    color:var(--ink);font:16px/1.5 system-ui,sans-serif;-webkit-text-size-adjust:100%}
    h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem;text-wrap:balance}
    h2{font-size:1.2rem;line-height:1.3;margin:.1rem 0 .2rem;text-wrap:balance}
    h3{font-size:.95rem;margin:0 0 .1rem}
    p{margin:.3rem 0}
    section{margin-top:3rem;border-top:1px solid var(--rule);padding-top:1rem}
    .lead{font-size:1.05rem}
    .run,.measure,.note,.source,figure p.readout,.legend{color:var(--soft);font-size:.875rem}
    .question{color:var(--soft);font-size:.875rem;margin:0}
    .partial{color:var(--bad);font-weight:700}
    nav{font-size:.875rem;margin-top:1rem}nav a{margin-right:1rem;display:inline-block;\
    padding:.15rem 0}
    a{color:var(--cap)}
    ul.warnings{list-style:none;padding:0;margin:1rem 0;font-size:.925rem}
    ul.warnings li{border-left:4px solid var(--wait);padding:.1rem 0 .1rem .75rem;margin:.4rem 0}
    figure{margin:1.1rem 0 0;min-width:0}
    figure p.readout{min-height:1.5em;margin:.1rem 0;font-variant-numeric:tabular-nums}
    .grid{display:grid;gap:.5rem 2.5rem;\
    grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr))}
    .pairs{display:grid;gap:.5rem 2.5rem}
    @media (min-width:48rem){.pairs{grid-template-columns:1fr 1fr}.pairs .left{grid-column:1}\
    .pairs .right{grid-column:2}}
    .scroll{overflow-x:auto;max-width:100%}
    table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums;\
    line-height:1.35}
    th,td{padding:.3rem .7rem;text-align:right;border-bottom:1px solid var(--rule);\
    white-space:nowrap;vertical-align:baseline}
    th:first-child,td:first-child{text-align:left;padding-left:0}
    thead th{font-weight:600;color:var(--soft);vertical-align:bottom}
    tbody th{font-weight:400}
    table.answer{width:100%;font-size:.8125rem}table.answer th,table.answer td{padding:.3rem .4rem}\
    table.answer tr>:first-child{padding-left:0}table.answer thead th{white-space:normal}
    table.answer tr.winner th,table.answer tr.winner td{font-weight:700}
    table.data thead th{white-space:normal}
    table.words th,table.words td{white-space:normal;text-align:left;vertical-align:top;\
    overflow-wrap:anywhere}table.sources td,table.sources tbody th{min-width:6rem;max-width:22rem}
    table.words tbody th{font-weight:600;overflow-wrap:normal}
    .yes{color:var(--cap)}.no{color:var(--bad)}.open{font-weight:700}
    details{font-size:.875rem;margin:.2rem 0}summary{color:var(--soft);cursor:pointer;\
    width:fit-content;padding:.15rem 0}
    pre{overflow:auto;max-height:40rem;background:var(--well);padding:1rem;font-size:.8125rem;\
    line-height:1.45}
    :focus-visible{outline:3px solid var(--cap);outline-offset:3px}

    """

  private static let chart = """
    svg.chart{display:block;margin-top:.8rem;overflow:visible;font-size:12px;touch-action:pan-y}
    svg.chart svg{overflow:visible}
    text{fill:var(--ink)}.l{fill:var(--soft);font-size:11px}.b{font-weight:700}
    .halo{paint-order:stroke;stroke:var(--bg);stroke-width:4px;stroke-linejoin:round}
    .lc{fill:var(--cap)}.lb{fill:var(--bad)}.ls{fill:var(--spot)}.li{fill:var(--ink)}
    path,line{vector-effect:non-scaling-stroke;fill:none}
    .grid1{stroke:var(--rule)}.base{stroke:var(--ref)}
    .limit{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:2 3}
    .track{stroke:var(--rule);stroke-width:1}
    .cap{stroke:var(--cap);stroke-width:1.75}.need{stroke:var(--ink);stroke-width:1.2;\
    stroke-dasharray:4 2}
    .ref{stroke:var(--ref);stroke-width:1.5}.wait{stroke:var(--wait);stroke-width:2}\
    .bad{stroke:var(--bad);stroke-width:1.75}.spot{stroke:var(--spot);stroke-width:1.75}
    .thin{stroke-width:1}.bar{stroke-width:7}.cross{stroke-width:5}.front{stroke:var(--ref);\
    stroke-width:1.5}
    .fpale{fill:var(--pale)}.fmid{fill:var(--mid)}.fcap{fill:var(--cap)}.fbad{fill:var(--bad)}.fwait{fill:var(--wait)}\
    .fspot{fill:var(--spot)}.fref{fill:var(--ref)}.fink{fill:var(--ink)}.fwell{fill:var(--well)}
    path.fpale,path.fmid,path.fcap,path.fbad,path.fwait,path.fspot{stroke:none}
    .ring{stroke-width:2;stroke:var(--bg)}.hollow{fill:var(--bg);stroke-width:2.5;\
    stroke:var(--bad)}
    .cursor{stroke:var(--ink);visibility:hidden}.on .cursor{visibility:visible}

    """

  private static let print = """
    @media (forced-colors:active){.fpale{fill:Canvas}.cap,.bad,.spot,.wait,.need,.limit\
    {stroke:CanvasText}}
    @media print{@page{margin:14mm}body{max-width:none;padding:0;font-size:10.5pt}\
    h1{font-size:15pt}nav,details,p.readout{display:none}table.answer{font-size:7pt}\
    table.answer td,table.answer th{padding:.12rem .22rem;white-space:normal}\
    th,td{padding:.15rem .3rem}section{margin-top:1.2rem;padding-top:.5rem}\
    figure,tr{break-inside:avoid}h2,h3,.measure,.question{break-after:avoid}\
    thead{display:table-header-group}.scroll{overflow:visible}\
    .grid,.pairs{grid-template-columns:1fr 1fr}ul.warnings{font-size:9pt}\
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """
}
