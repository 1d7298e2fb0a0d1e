namespace Cxf.Graphs.Drawing;

/// <summary>
/// The style of a picture. All of its colours are variables that a page can set; alone in a file it takes those of the viewer's
/// light or dark scheme.
/// </summary>
public static class SvgStyle
{
    /// <summary>The style sheet.</summary>
    public const string Sheet = """
        .cxf-graph{--card:#fff;--frame:#f1f5f9;--border:#8894a7;--line:#475569;--muted:#556070;--strong:#0f172a;--call:#1d4ed8;
        --decision:#6d28d9;--transform:#0f766e;--wait:#a16207;--box:#475569;--flow:#0369a1;--answer:#15803d;--bad:#b91c1c;
        font-family:"Helvetica Neue",Arial,"Liberation Sans",system-ui,sans-serif}
        .cxf-graph:root{color:#1b2430}
        @media (prefers-color-scheme:dark){
        .cxf-graph{--card:#1a2130;--frame:#222b3b;--border:#67748a;--line:#a3b0c2;--muted:#a8b3c4;--strong:#f8fafc;--call:#8ab4ff;
        --decision:#c4a7ff;--transform:#5eead4;--wait:#fbbf24;--box:#a3b0c2;--flow:#7dd3fc;--answer:#7ee2a0;--bad:#ff9b9b}
        .cxf-graph:root{color:#e6eaf1}}
        .cxf-graph .tone-call{--tone:var(--call)}.cxf-graph .tone-decision{--tone:var(--decision)}
        .cxf-graph .tone-transform{--tone:var(--transform)}.cxf-graph .tone-wait{--tone:var(--wait)}
        .cxf-graph .tone-box{--tone:var(--box)}.cxf-graph .tone-flow{--tone:var(--flow)}
        .cxf-graph .tone-answer{--tone:var(--answer)}.cxf-graph .tone-bad{--tone:var(--bad)}
        .cxf-graph text{fill:currentColor;font-size:11px}
        .cxf-graph .label{font-size:13px;font-weight:700}
        .cxf-graph .code{font-family:ui-monospace,Consolas,Menlo,"Liberation Mono","DejaVu Sans Mono",monospace;white-space:pre}
        .cxf-graph .muted{fill:var(--muted)}
        .cxf-graph .kind{fill:var(--muted);font-size:10px;text-anchor:end}
        .cxf-graph .shape{fill:var(--card);stroke:var(--border);stroke-width:1.25}
        .cxf-graph .inner{fill:none;stroke:var(--border);stroke-width:1}
        .cxf-graph .frame{fill:var(--frame);stroke:none}
        .cxf-graph .icon{fill:none;stroke:var(--tone);stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
        .cxf-graph .bar{fill:var(--tone)}
        .cxf-graph .dot{fill:var(--line);stroke:var(--line);stroke-width:1.5}
        .cxf-graph .end .dot{fill:var(--card)}
        .cxf-graph .line{fill:none;stroke:var(--line);stroke-width:1.5}
        .cxf-graph .arrow{fill:var(--line);stroke:none}
        .cxf-graph .otherwise .line{stroke-dasharray:9 5}
        .cxf-graph .error .line{stroke:var(--bad);stroke-dasharray:4 3}
        .cxf-graph .error .arrow,.cxf-graph .port{fill:var(--bad)}
        .cxf-graph .undo .line{stroke-dasharray:1 4;stroke-linecap:round;stroke-width:2}
        .cxf-graph .pill{fill:var(--card);stroke:var(--border);stroke-width:1}
        .cxf-graph .otherwise .pill{stroke-dasharray:4 3}
        .cxf-graph .broken>.shape{stroke-dasharray:5 4}
        .cxf-graph .bad>.shape,.cxf-graph .bad>.inner{stroke:var(--bad)}
        .cxf-graph .strong>.shape{stroke:var(--strong);stroke-width:2}
        .cxf-graph .failed>.shape{stroke:var(--bad);stroke-width:2.5}
        .cxf-graph .strong>.line{stroke-width:3}
        .cxf-graph .gone>.label{text-decoration:line-through}
        .cxf-graph .gone>.line{stroke-dasharray:2 5}
        .cxf-graph .pale{opacity:.5}
        .cxf-graph .badge rect{fill:var(--strong);stroke:var(--card);stroke-width:1}
        .cxf-graph .badge text{fill:var(--card);font-size:10.5px;font-weight:700;text-anchor:middle}
        .cxf-graph .badge.quiet rect{fill:var(--frame);stroke:var(--border)}
        .cxf-graph .badge.quiet text{fill:currentColor}
        .cxf-graph .badge.wrong rect{fill:var(--bad)}
        .cxf-graph .node:target>.shape,.cxf-graph .node:focus-visible>.shape{stroke:var(--call);stroke-width:3}
        """;
}
