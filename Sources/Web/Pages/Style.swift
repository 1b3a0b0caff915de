import Documents

extension HTML {
    /// How the staff's pages look: the reports' tokens, with large targets and one column.
    ///
    /// Contrast is that of WCAG 2.2 AA on both papers; a problem is said by words and a bar, never by color alone.
    static let appStyle: HTML = """

        .app{max-width:52rem;padding-top:0;--problem:#9a2c12}
        @media screen and (prefers-color-scheme:dark){.app{--problem:#f0a48e}}
        .app main:focus{outline:none}
        .skip{position:absolute;left:-100rem}
        .skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.75rem 1rem;z-index:1}
        .app>header{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1rem;padding:.75rem 0;\
        margin-bottom:2rem;border-bottom:1px solid var(--rule)}
        .program{flex:1 1 auto;margin:0;font-size:.9375rem;color:var(--quiet)}
        .app nav{flex:1 0 100%;order:1}
        .app nav ul{display:flex;flex-wrap:wrap;gap:.25rem;margin:0 0 0 -.75rem;max-width:none}
        .app nav li{border:0;padding:0;margin:0}
        .app nav a{display:block;padding:.625rem .75rem;min-height:2.75rem;text-decoration:none;border-radius:.375rem}
        .app nav a:hover{background:var(--tint)}
        .app nav [aria-current]{font-weight:600;box-shadow:inset 0 -2px var(--accent);border-radius:0}
        .app h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.5rem);margin:0 0 1.5rem}
        .app h2{font-size:1.375rem;margin:2.5rem 0 .75rem}
        .app h3{font:600 1rem/1.4 var(--sans);margin:1.5rem 0 .5rem}
        .app main>p,.app main>section>p{font:1rem/1.55 var(--sans)}
        .app section{margin-top:2.5rem}
        .app section>h2:first-child{margin-top:0}
        .app form{margin:0}
        .field{margin:0 0 1.25rem}
        .app label{display:block;margin:0 0 .25rem;font-weight:600}
        .optional{font-weight:400;color:var(--quiet)}
        .hint{margin:0 0 .375rem;font-size:.875rem;color:var(--quiet)}
        .wrong{margin:0 0 .375rem;padding-left:.75rem;border-left:3px solid var(--problem);color:var(--problem);\
        font-weight:600}
        .app input,.app select,.app textarea{width:100%;max-width:30rem;min-height:2.75rem;padding:.5rem .75rem;\
        border:1px solid var(--quiet);border-radius:.375rem;background:var(--paper);color:var(--ink);font:inherit}
        .app textarea{display:block}
        .app [type=date],.app [type=time],.app .short{width:11rem}
        .app [type=checkbox]{width:1.25rem;min-height:1.25rem;margin:0 .5rem 0 0;vertical-align:-.2rem}
        .app [aria-invalid]{border:2px solid var(--problem)}
        button,.button{display:inline-block;min-height:2.75rem;padding:.625rem 1.125rem;border:1px solid var(--accent);\
        border-radius:.375rem;background:var(--paper);color:var(--accent);font:600 1rem/1.375 var(--sans);\
        text-decoration:none;cursor:pointer}
        button:hover,.button:hover{background:var(--tint);color:var(--accent)}
        button.first,.button.first{background:var(--accent);color:var(--paper)}
        button.first:hover,.button.first:hover{background:var(--ink);border-color:var(--ink);color:var(--paper)}
        button.quiet{border-color:transparent;color:var(--quiet);font-weight:400;text-decoration:underline;\
        text-underline-offset:.2em;text-decoration-color:var(--rule);padding-inline:.5rem}
        .actions{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;margin:1rem 0}
        .notice,.problem{margin:0 0 2rem;padding:1rem 1.25rem;background:var(--tint);border-left:4px solid var(--accent)}
        .problem{border-left-color:var(--problem)}
        .notice p,.problem p{margin:0 0 .5rem;max-width:none}
        .notice>:last-child,.problem>:last-child{margin-bottom:0}
        .rows{list-style:none;margin:0 0 1rem;padding:0;max-width:none;border-top:1px solid var(--rule)}
        .rows li{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between;\
        margin:0;padding:.75rem 0;border:0;border-bottom:1px solid var(--rule)}
        .rows .what{flex:1 1 16rem;min-width:0}
        .rows small{display:block;font-size:.875rem;color:var(--quiet)}
        .numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.25rem,1fr));gap:1rem 1.5rem;max-width:none}
        .numbers dd{font:600 2rem/1.2 var(--serif);font-variant-numeric:tabular-nums lining-nums}
        .numbers dt{font-size:.9375rem}
        .numbers div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
        .known{display:grid;grid-template-columns:minmax(7rem,12rem) minmax(0,1fr);gap:.5rem 1rem;max-width:none}
        .known dd{overflow-wrap:anywhere}
        .code{display:block;width:min(100%,22rem);height:auto;margin:0 0 1.5rem;background:#fff}
        .address{font:600 1.25rem/1.4 var(--mono);overflow-wrap:anywhere}
        .letters{font:600 2.25rem/1.3 var(--mono);letter-spacing:.08em}
        .inline{display:flex;flex-wrap:wrap;gap:.75rem;align-items:flex-end}
        .inline .field{margin:0}
        .app .filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:.75rem 1rem;\
        align-items:end;margin:0 0 1.5rem}
        .filters .field{margin:0}
        .filters .optional{display:none}
        .app details{margin:0 0 1.5rem}
        .app summary{padding:.625rem 0;font-size:1rem;color:var(--accent);font-weight:600}
        .app code{overflow-wrap:anywhere;font:.875rem var(--mono)}
        .app fieldset{margin:0 0 1.25rem;padding:0;border:0}
        @media screen and (max-width:30rem){.known{grid-template-columns:1fr;gap:0}.known dd{margin-bottom:.75rem}}
        @media print{.app>header nav,.app>header form,.app button,.button{display:none}}
        """
}
