extension HTML {
    /// How a page looks: one accent color, a scale of five sizes, and space.
    ///
    /// Fonts are the reader's own. Contrast is that of WCAG 2.2 AA or better: ink 12 to 1, quiet words 5.5 to 1 and
    /// the accent 6 to 1 at least, on both papers. Nothing is said by color alone: the second series is hollow.
    package static let style: HTML = """
        :root{color-scheme:light dark;--paper:#fdfcfa;--ink:#1c2022;--quiet:#586067;--rule:#dcd9d2;--tint:#f3f1ec;\
        --accent:#0d5f63;--serif:"Iowan Old Style","Palatino Linotype",Palatino,Charter,"Source Serif 4",Georgia,\
        "Times New Roman",serif;--sans:"Segoe UI","Helvetica Neue",Arial,system-ui,sans-serif;\
        --mono:ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace}
        @media screen and (prefers-color-scheme:dark){:root{--paper:#14181a;--ink:#e9e7e2;--quiet:#a5adb3;\
        --rule:#353d41;--tint:#1d2326;--accent:#74c7c1}}
        @media (forced-colors:active){:root{--paper:Canvas;--ink:CanvasText;--quiet:CanvasText;--rule:CanvasText;\
        --tint:Canvas;--accent:Highlight}}
        *{box-sizing:border-box}
        html{background:var(--paper);-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0 auto;padding:clamp(1.5rem,5vw,4.5rem) clamp(1rem,5vw,4rem) 3rem;max-width:76rem;\
        background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:break-word}
        header{border-top:3px solid var(--accent);padding-top:1.25rem;margin-bottom:clamp(1.5rem,4vw,3rem)}
        h1,h2{font-family:var(--serif);font-weight:600;line-height:1.15;text-wrap:balance}
        h1{font-size:clamp(1.875rem,1.2rem + 3vw,3.25rem);letter-spacing:-.015em;margin:0;max-width:26ch}
        h2{font-size:1.5rem;margin:0 0 1rem}
        .subtitle{margin:0 0 .5rem;color:var(--accent);font-weight:600;letter-spacing:.01em}
        p,ul,dl{margin:0 0 1rem;max-width:44rem}
        main>p,main>section>p{font:1.125rem/1.5 var(--serif)}
        section{margin-top:clamp(2.5rem,5vw,4rem)}
        main>:first-child{margin-top:0}
        p+table,p+.scroll,p+figure,table+table,table+.scroll,table+figure{margin-top:clamp(2rem,4vw,3rem)}
        ul{list-style:none;padding:0}
        li{padding:0 0 .6rem 1.1rem;border-left:2px solid var(--accent);margin-bottom:.75rem;padding-bottom:0}
        p.note{font:.875rem/1.5 var(--sans);color:var(--quiet)}
        a{color:inherit;text-decoration-line:underline;text-decoration-thickness:1px;\
        text-decoration-color:var(--quiet);text-underline-offset:.2em}
        a:hover{color:var(--accent);text-decoration-color:currentcolor}
        :focus-visible{outline:2px solid var(--accent);outline-offset:3px}
        pre{max-width:100%;overflow-x:auto;padding:1rem;background:var(--tint);border:1px solid var(--rule);\
        font:.8125rem/1.5 var(--mono)}
        table{width:100%;border-collapse:collapse;margin:0 0 1rem;font-size:.9375rem;line-height:1.4;\
        font-variant-numeric:tabular-nums lining-nums}
        caption{text-align:left;font:600 1.5rem/1.15 var(--serif);padding:0 0 .5rem}
        caption.aside{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        th,td{text-align:left;vertical-align:baseline;padding:.5rem 1.25rem .5rem 0;\
        border-bottom:1px solid var(--rule);unicode-bidi:plaintext;overflow-wrap:anywhere}
        th:last-child,td:last-child{padding-right:0}
        thead th,thead td{vertical-align:bottom;border-bottom:1px solid var(--ink)}
        thead th{font-size:.8125rem;font-weight:600;color:var(--quiet);overflow-wrap:normal}
        tbody th{font-weight:400}
        tbody th a{text-decoration-color:var(--rule)}
        .group th{padding-top:1.75rem;font-size:.8125rem;font-weight:600;letter-spacing:.06em;color:var(--accent);\
        border-bottom-color:var(--ink)}
        tbody:first-of-type .group th{padding-top:1rem}
        .number{text-align:right}
        .quiet,.mark{color:var(--quiet)}
        .figure,.mark,td a{white-space:nowrap}
        .total th,.total td{font-weight:600;border-top:1px solid var(--ink)}
        .slim{width:auto;min-width:min(100%,24rem)}
        .scroll{overflow-x:auto;margin:0 0 1rem;padding-bottom:.25rem}
        .wide th,.wide td{white-space:nowrap;overflow-wrap:normal}
        .wide .long{white-space:normal;min-width:18rem}
        .wide tbody th{position:sticky;left:0;background:var(--paper);min-width:9rem}
        figure{margin:0 0 clamp(2rem,4vw,3rem)}
        figcaption{max-width:44rem;margin-bottom:1.25rem;color:var(--quiet)}
        figcaption .name{display:block;font:600 1.5rem/1.15 var(--serif);color:var(--ink);margin-bottom:.4rem}
        .panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1.5rem 3rem;\
        max-width:64rem}
        .panel,.panels>div{max-width:30rem}
        .panels svg,.panel>svg{display:block;width:100%;height:auto;overflow:visible}
        .key{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0 0 .5rem;font-size:.875rem;color:var(--quiet)}
        svg text{font:12px var(--sans);fill:var(--quiet);font-variant-numeric:tabular-nums}
        svg .value,svg .name{fill:var(--ink)}
        svg .value{font-weight:600}
        svg .value,svg .name{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
        .solid{fill:var(--accent)}
        .hollow{fill:var(--paper);stroke:var(--accent);stroke-width:1.5}
        .track{fill:var(--rule)}
        .axis{stroke:var(--ink);stroke-width:1.5}
        .grid{stroke:var(--rule)}
        .halo{stroke:var(--paper);stroke-width:5}
        .target{stroke:var(--ink);stroke-width:2}
        .whisker{stroke:var(--accent);stroke-width:1.5}
        .course{fill:none;stroke:var(--accent);stroke-width:1.5}
        details{margin:1rem 0}
        summary{cursor:pointer;width:fit-content;font-size:.875rem;color:var(--quiet);padding:.25rem 0}
        details table{margin-top:.75rem}
        footer{margin-top:clamp(3rem,6vw,5rem);padding-top:1.5rem;border-top:1px solid var(--ink);font-size:.875rem}
        footer h2{font:600 .9375rem/1.4 var(--sans);margin:2rem 0 .75rem}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:1rem 2rem;\
        max-width:none}
        dt{color:var(--quiet)}
        dd{margin:0}
        .definitions dl{columns:2 20rem;column-gap:3rem;max-width:none;margin-top:1rem}
        .definitions dl>div{break-inside:avoid;padding:0 0 1rem;scroll-margin-top:1rem}
        .definitions dt{color:var(--ink);font-weight:600}
        .definitions dd{color:var(--quiet)}
        .definitions :target dt{color:var(--accent)}
        .term{font-weight:400;color:var(--quiet);margin-right:.35em}
        @media screen and (min-width:52.01rem){.stacks tbody th{min-width:11rem}.grouped tbody th{min-width:16rem}\
        .grouped td:nth-child(2){min-width:11rem}}
        @media screen and (max-width:52rem){
        .stacks,.stacks tbody,.stacks tr,.stacks th,.stacks td{display:block}
        .stacks{width:100%}
        .stacks caption{display:block}
        .stacks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .stacks tbody tr{padding:.75rem 0;border-bottom:1px solid var(--rule)}
        .stacks th,.stacks td{border:0;padding:.125rem 0}
        .stacks tbody th{font-weight:600}
        .stacks .group{padding-bottom:0;border-bottom-color:var(--ink)}
        .stacks .group th{padding-bottom:.5rem}
        .stacks td{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:.75rem;align-items:baseline;\
        text-align:left}
        .stacks td,.stacks td a{white-space:normal}
        .stacks td:empty{display:none}
        .stacks td::before{content:attr(data-label);content:attr(data-label)/"";color:var(--quiet);font-size:.8125rem;\
        font-weight:400}
        }
        @page{size:auto;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);\
        font:8pt sans-serif;color:#586067}}
        @media print{
        :root{color-scheme:light}
        html{font-size:9.5pt}
        body{padding:0;max-width:none}
        .scroll{overflow:visible}
        .wide{font-size:7.5pt}
        th,td{overflow-wrap:break-word}
        .wide th,.wide td,.wide .figure{padding-right:.5rem;white-space:normal;min-width:0}
        .long,.wide .long{overflow-wrap:anywhere;min-width:0}
        .wide:has(th:nth-child(13)){font-size:6.5pt}
        .wide:has(th:nth-child(13)) :is(th,td){padding-right:.3rem}
        table:not(.grouped):not(:has(tr:nth-child(8))){break-inside:avoid}
        .wide tbody th{position:static;min-width:0}
        thead{display:table-header-group}
        th,td{padding-top:.3rem;padding-bottom:.3rem}
        .grouped tbody th{width:30%}
        .group th{padding-top:1rem}
        main>p,main>section>p{font-size:1.05rem}
        tr,figure,li,.facts>div{break-inside:avoid}
        h1,h2,caption,.group,figcaption,summary{break-after:avoid}
        .group{break-inside:avoid}
        p,li{orphans:3;widows:3}
        a{text-decoration:none}
        section{margin-top:2rem}
        footer{margin-top:2.5rem}
        details::details-content{content-visibility:visible;block-size:auto}
        summary{list-style:none;font-weight:600}
        .panels{grid-template-columns:1fr 1fr}
        .solid,.hollow,.track{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        }
        @media (forced-colors:active){
        .scroll,footer,header{border-color:CanvasText}
        svg text{fill:CanvasText}
        .track{fill:Canvas;stroke:CanvasText}
        .grid{stroke:GrayText}
        }
        """
}
