/**
 * What the pages of a dossier are made of, in Typst: faces, colours, marks, runs and notes. Words are read from
 * `sys.inputs`, so no text can become markup.
 */

const SETUP = `
#let dossier = json(bytes(sys.inputs.dossier))
#let is-fa = dossier.language == "fa"
#let digits(number) = if is-fa {
  str(number).clusters().map(digit => "۰۱۲۳۴۵۶۷۸۹".clusters().at(int(digit))).join()
} else { str(number) }
#let ink = rgb("#1c1c1c")
#let soft = rgb("#555555")
#let hair = 0.5pt + rgb("#bbbbbb")
#let colours = (
  documented: rgb("#24566f"), estimated: rgb("#8a5415"), reported: rgb("#5d4a72"),
  destroyed: rgb("#9b1c1c"), threatened: rgb("#8a5415"), other: rgb("#24566f"),
)
#let at-start(length) = if is-fa { (right: length) } else { (left: length) }
#let small = if is-fa { 0.86em } else { 0.88em }
`;

/** A shape for each kind, which print without colour keeps. Its word stands beside it: a reader aloud passes it over. */
const MARKS = `
#let shape(kind, size) = {
  let colour = colours.at(kind)
  let outline = 0.9pt + colour
  if kind == "documented" { square(size: size, fill: colour) }
  else if kind == "estimated" { circle(radius: size / 2, stroke: outline) }
  else if kind == "reported" {
    polygon(stroke: outline, (size / 2, 0pt), (size, size / 2), (size / 2, size), (0pt, size / 2))
  } else if kind == "destroyed" {
    box(width: size, height: size, {
      place(line(start: (0pt, 0pt), end: (size, size), stroke: 1.6pt + colour))
      place(line(start: (0pt, size), end: (size, 0pt), stroke: 1.6pt + colour))
    })
  } else if kind == "threatened" {
    polygon(fill: colour, (size / 2, 0pt), (size, size), (0pt, size))
  } else { square(size: size, stroke: outline) }
}
#let mark(kind) = if kind != none {
  pdf.artifact(box(baseline: 0.02em, shape(kind, 0.62em)))
  h(0.4em)
}
`;

/** Notes hold no notes. One that was given before is pointed at by its number. */
const RUNS = `
#let mono(body) = text(font: "DejaVu Sans Mono", size: 0.8em, body)
#let styled(it) = {
  if type(it) == str { it }
  else if it.as == "strong" { strong(it.text) }
  else if it.as == "code" { mono(it.text) }
  else if it.as == "faint" { text(fill: soft, it.text) }
  else { it.text }
}
#let words(runs) = runs.map(styled).join()
#let cites(numbers) = {
  // Behind a number, the number of a note would be taken for more of its digits, and set before it.
  if is-fa { "\\u{200f}" }
  for (index, note) in numbers.enumerate() {
    if index > 0 { super(if is-fa { "\\u{200f}،" } else { "," }) }
    let name = label("note-" + str(note.number))
    if note.isFirst { [#footnote(words(dossier.notes.at(note.number - 1).text))#name] }
    else { footnote(name) }
  }
}
#let runs(those) = those.map(it => if type(it) == dictionary and "cites" in it { cites(it.cites) } else { styled(it) }).join()
`;

const RULES = `
#let (year, month, day) = dossier.date
#set document(title: dossier.name, date: datetime(year: year, month: month, day: day))
#set text(font: dossier.faces, size: if is-fa { 9.5pt } else { 10.5pt }, lang: dossier.language, fill: ink, hyphenate: false, fallback: false)
#set text(top-edge: 0.8em, bottom-edge: -0.2em) if is-fa
#set par(leading: if is-fa { 0.64em } else { 0.62em }, spacing: if is-fa { 0.95em } else { 0.9em })
#set page(
  paper: "a4", margin: (x: 22mm, top: 24mm, bottom: 22mm),
  numbering: (..numbers) => digits(numbers.at(0)),
  header: if dossier.banner != none {
    align(center, text(size: 0.85em, weight: "bold", fill: colours.destroyed, dossier.banner))
  },
  footer: context {
    set text(size: 0.78em, fill: soft)
    let folio = dossier.page.replace("{page}", digits(counter(page).get().first()))
      .replace("{pages}", digits(counter(page).final().first()))
    grid(columns: (1fr, auto), words(dossier.foot), folio)
  },
)
#set footnote(numbering: (..numbers) => digits(numbers.at(0)))

#set footnote.entry(gap: 0.55em, indent: 0em, separator: line(length: 30%, stroke: hair))
#show footnote.entry: set text(size: if is-fa { 0.86em } else { 0.88em })
#show footnote.entry: set par(leading: if is-fa { 0.62em } else { 0.5em })
#set heading(outlined: true, bookmarked: true)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => block(
  above: 2.2em, below: 1em, sticky: true, width: 100%, stroke: (bottom: 0.8pt + ink),
  inset: (bottom: 0.45em), text(size: 1.25em, it.body),
)
#show heading.where(level: 2): it => block(above: 1.7em, below: 0.8em, sticky: true, text(size: 1.08em, it.body))
#show heading.where(level: 3): it => block(above: 1.3em, below: 0.7em, sticky: true, text(size: 0.95em, it.body))
#set table(stroke: (x, y) => if y == 0 { (bottom: 0.8pt + ink) } else { (bottom: hair) }, inset: (x: 0.4em, y: 0.45em))
`;

export const TEMPLATE_PARTS = `${SETUP}${MARKS}${RUNS}${RULES}`;
