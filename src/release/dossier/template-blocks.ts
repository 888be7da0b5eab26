/** The blocks of a dossier in Typst, one function for each kind, and the pages that they stand on. */
import { TEMPLATE_PARTS } from "./template-parts.ts";

const CLAIMS = `
#let claim(it) = block(
  width: 100%, above: 0.9em, below: 0.9em, breakable: false, inset: at-start(0.8em),
  stroke: if it.mark == none { none } else { at-start(1.5pt + colours.at(it.mark)) },
  {
    par({ mark(it.mark); runs(it.text); cites(it.notes) })
    if it.beside.len() > 0 {
      v(-0.35em)
      par(text(size: small, fill: soft, it.beside.map(runs).join(linebreak())))
    }
  },
)
#let facts(those) = block(above: 0.9em, below: 1em, grid(
  columns: (auto, 1fr), column-gutter: 1.2em, row-gutter: if is-fa { 0.75em } else { 0.7em },
  ..those.map(fact => (text(fill: soft, fact.name), runs(fact.value))).flatten(),
))
#let claim-table(it) = {
  let last = it.columns.len() - 1
  // What is told first takes the room that numbers leave; beside a name, what is told of it does.
  let widths = if it.columns.any(column => column.isNumber) {
    (1fr,) + (auto,) * last
  } else { (2fr, 3fr) }
  block(above: 0.9em, below: 1.1em, table(
    columns: widths,
    align: it.columns.map(column => if column.isNumber { end + top } else { start + top }),
    table.header(..it.columns.map(column => text(size: small, strong(column.title)))),
    ..it.rows.map(row => row.cells.enumerate().map(((index, cell)) => {
      runs(cell)
      if index == last { cites(row.notes) }
    })).flatten(),
  ))
}
#let entry(it) = block(above: 1em, below: 1em, inset: at-start(3em), {
  place(top + start, dx: if is-fa { 3em } else { -3em }, strong(it.number))
  par(it.lines.map(runs).join(linebreak()))
})
`;

/** Drawn from left to right in both languages, as numbers are. */
const PICTURES = `
#let intervals(it) = {
  let ends = it.rows.map(row => (row.from, row.to)).flatten() + (it.documented.value,)
  let low = calc.min(..ends)
  let high = calc.max(..ends)
  let room = calc.max(high - low, 1) * 0.12
  let at(value) = (value - low + room) / (high - low + 2 * room) * 100%
  let drawn(row) = box(width: 100%, height: 2.1em, {
    place(top + left, dx: at(it.documented.value), line(length: 2.1em, angle: 90deg, stroke: 1.2pt + colours.documented))
    place(top + left, dx: at(row.from), dy: 1.45em, line(length: at(row.to) - at(row.from), stroke: 2pt + colours.estimated))
    place(top + left, dx: at(row.point) - 0.3em, dy: 1.15em, circle(radius: 0.3em, fill: white, stroke: 1pt + colours.estimated))
    place(top + left, dx: at(row.from) - 2em, box(width: 4em, align(center, text(size: 0.75em, row.ends.at(0)))))
    place(top + left, dx: at(row.to) - 2em, box(width: 4em, align(center, text(size: 0.75em, row.ends.at(1)))))
  })
  figure(
    kind: image, supplement: none, numbering: none, alt: it.rows.map(row => row.text).join("; "),
    caption: text(size: small, it.title),
    {
      set align(start)
      grid(
        columns: (34%, 1fr), row-gutter: 0pt, align: (start + horizon, left),
        ..it.rows.map(row => ({ mark("estimated"); text(size: small, row.label) }, drawn(row))).flatten(),
        { mark("documented"); text(size: small, it.label) },
        box(width: 100%, height: 1.4em, place(
          top + left, dx: at(it.documented.value) - 2em, dy: 0.2em,
          box(width: 4em, align(center, text(size: 0.8em, weight: "bold", fill: colours.documented, it.documented.text))),
        )),
      )
    },
  )
}
// Drawings run from left to right, the words within them as their language does.
#let scale-text(body) = text(dir: if is-fa { rtl } else { ltr }, body)
#let locator(it) = {
  let half = 21mm
  let radius = half * it.radiusKm / it.halfKm
  let tick(body) = text(size: 0.62em, fill: soft, body)
  figure(kind: image, supplement: none, numbering: none, alt: it.alt, box(
    width: 2 * half, height: 2 * half, stroke: hair, clip: true,
    {
      set text(dir: ltr)
      for line-at in it.meridians {
        place(top + left, dx: half * (1 + line-at.at), line(length: 2 * half, angle: 90deg, stroke: hair))
        place(bottom + left, dx: half * (1 + line-at.at) + 0.5mm, dy: -0.6mm, tick(line-at.text))
      }
      for line-at in it.parallels {
        place(top + left, dy: half * (1 - line-at.at), line(length: 2 * half, stroke: hair))
        place(top + left, dx: 0.6mm, dy: half * (1 - line-at.at) + 0.4mm, tick(line-at.text))
      }
      place(center + horizon, circle(radius: radius, fill: colours.at(it.mark).transparentize(85%), stroke: 0.6pt + colours.at(it.mark)))
      place(center + horizon, shape(it.mark, 2.6mm))
      let bar = half * it.scale.km / it.halfKm
      place(top + right, dx: -1.5mm, dy: 1.2mm, box(fill: white.transparentize(15%), inset: 0.8mm, align(right, {
        tick(scale-text(it.scale.text))
        v(-1.6mm)
        line(length: bar, stroke: 1.2pt + ink)
      })))
    },
  ))
}
#let overview(it) = {
  let width = 150mm
  let height = width * it.aspect
  let at(spot) = (spot.at(0) * width, spot.at(1) * height)
  let drawing = box(width: width, height: height, stroke: hair, clip: true, fill: rgb("#e9eff3"), {
    set text(dir: ltr)
    for ring in it.land { place(top + left, polygon(fill: rgb("#fbfaf7"), ..ring.map(at))) }
    for line-at in it.borders {
      let (first, ..rest) = line-at.map(at)
      place(top + left, curve(stroke: (paint: rgb("#8d8d8d"), thickness: 0.5pt, dash: "densely-dotted"), curve.move(first), ..rest.map(spot => curve.line(spot))))
    }
    for each in it.places {
      let (x, y) = at(each.spot)
      let size = 2.6mm
      let radius = each.radius * width
      if radius > size { place(top + left, dx: x - radius, dy: y - radius, circle(radius: radius, fill: ink.transparentize(90%), stroke: hair)) }
      place(top + left, dx: x - size / 2, dy: y - size / 2, stack(
        dir: ltr, spacing: 0.7mm,
        ..each.marks.map(kind => shape(kind, size)),
        box(fill: white.transparentize(15%), inset: (x: 0.6mm), outset: (y: 0.3mm), text(size: 0.75em, weight: "bold", top-edge: "cap-height", bottom-edge: "baseline", each.label)),
      ))
    }
    place(bottom + left, dx: 2mm, dy: -2mm, box(fill: white.transparentize(15%), inset: 0.8mm, {
      text(size: 0.7em, fill: soft, scale-text(it.scale.text))
      v(-1.6mm)
      line(length: it.scale.part * width, stroke: 1.2pt + ink)
    }))
  })
  figure(kind: image, supplement: none, numbering: none, alt: it.alt, caption: text(size: small, it.caption), drawing)
  block(above: 0.9em, below: 1.2em, text(size: small, grid(
    columns: (1fr,) * 2, column-gutter: 1em, row-gutter: 0.6em,
    ..it.key.map(each => { strong(each.number); h(0.5em); mark(each.mark); each.name }),
  )))
  par(it.note)
}
#let site(it) = {
  heading(level: 2, { if it.number != none { it.number; h(0.5em) }; mark(it.mark); it.name })
  let told = {
    block(sticky: true, {
      par({ mark(it.mark); text(weight: "bold", fill: colours.at(it.mark), it.status) })
      par({ runs(it.place); cites(it.notes) })
    })
    for caution in it.cautions { par(text(size: small, runs(caution))) }
    heading(level: 3, it.lifeTitle)
    if it.life.len() == 0 { par(it.lifeless) }
    for each in it.life { claim(each) }
  }
  if it.locator == none { told } else {
    grid(columns: (1fr, 42mm), column-gutter: 6mm, told, locator(it.locator))
  }
}
`;

const BLOCKS = `
#let caution(body) = block(
  width: 100%, above: 0.9em, below: 1em, fill: rgb("#f4f1ea"), inset: 0.8em, radius: 1pt, strong(body),
)
#let show-block(it) = {
  if it.is == "text" { par(runs(it.text)) }
  else if it.is == "caution" { caution(runs(it.text)) }
  else if it.is == "command" {
    block(above: 0.7em, below: 0.9em, inset: at-start(0.8em), text(dir: ltr, raw(it.text, block: true)))
  }
  else if it.is == "list" { list(..it.items.map(runs)) }
  else if it.is == "facts" { facts(it.facts) }
  else if it.is == "heading" { heading(level: it.level, { mark(it.mark); it.text }) }
  else if it.is == "claims" { it.claims.map(claim).join() }
  else if it.is == "table" { claim-table(it) }
  else if it.is == "intervals" { intervals(it) }
  else if it.is == "overview" { overview(it.map) }
  else if it.is == "site" { site(it) }
  else if it.is == "entries" { it.entries.map(entry).join() }
  else if it.is == "names" {
    block(above: 0.9em, below: 1em, text(size: small, grid(
      columns: (1fr,) * it.columns, column-gutter: 1em, row-gutter: 0.6em, ..it.names.map(runs),
    )))
  }
}
`;

const PAGES = `
#let cover = dossier.cover
#v(1fr)
#text(size: 1.1em, fill: soft, cover.kind)
#v(0.2em)
#title(dossier.title)
#v(0.6em)
#if cover.summary != "" { par(text(size: 1.05em, cover.summary)) }
#v(1em)
#facts(cover.facts)
#v(1em)
#block(width: 100%, stroke: (top: hair, bottom: hair), inset: (y: 0.9em), {
  for it in cover.legend { par({ mark(it.mark); runs(it.text) }) }
  par(cover.apart)
})
#v(0.6em)
#for it in cover.words { par(runs(it)) }
#v(1.4fr)
#pagebreak()
#outline(title: dossier.contents, depth: 2, indent: 1.2em)
#pagebreak()
#for section in dossier.sections {
  // An annex that says only that it is empty needs no page.
  if section.isAnnex and section.blocks.len() > 1 { pagebreak(weak: true) }
  heading(level: 1, section.title)
  set text(size: small) if section.isAnnex
  // Annexes are found by their numbers; the bookmarks of the file name their parts.
  set heading(outlined: not section.isAnnex)
  for it in section.blocks { show-block(it) }
}
`;

export const DOSSIER_TEMPLATE = `${TEMPLATE_PARTS}${CLAIMS}${PICTURES}${BLOCKS}${PAGES}`;
