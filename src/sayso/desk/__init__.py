"""The desk: the ledger as web pages and a REST API on this machine, for people who look rather than read.

    app.py          all routes, wired
    safety.py       who may ask: loopback names, origins, tokens, headers
    rendering.py    templates, and answers that are not sent twice (ETag)
    pages/          one file a page
    api/            /api/v1: the same queries as JSON and CSV
    charts/         SVG from small records
    serving.py      uvicorn on 127.0.0.1

Pages work without JavaScript; what web/ builds into static/ makes them quicker to use. No HTML of an article is ever
rendered: templates escape all, and the Content-Security-Policy lets nothing in that is not ours.
"""
