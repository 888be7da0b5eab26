/** The page of a recovery sheet in Typst. It reads all of its words from `sys.inputs`, so no text can become markup. */

export const RECOVERY_SHEET_TEMPLATE = `
#let sheets = json(bytes(sys.inputs.sheets))
#let (year, month, day) = sheets.date
#set document(title: sheets.title, date: datetime(year: year, month: month, day: day))
#set page(paper: "a4", margin: (x: 22mm, top: 20mm, bottom: 18mm))
#set text(font: "Vazirmatn", size: 10pt, lang: "en")
#set par(leading: 0.62em)
#let both(en, fa) = grid(
  columns: (1fr, 1fr), column-gutter: 10mm,
  en, text(lang: "fa", dir: rtl, align(right, fa)),
)
#let latin(value) = text(font: "DejaVu Sans Mono", size: 8.5pt, dir: ltr, lang: "en", value)
#let fact(words, key, value) = (
  text(fill: luma(35%), words.en.at(key)),
  align(center, value),
  text(fill: luma(35%), lang: "fa", dir: rtl, align(right, words.fa.at(key))),
)
#let steps(words, digits) = enum(
  numbering: digits, ..("how1", "how2", "how3", "how4").map(key => enum.item(words.at(key))),
)
#let blank(words, key) = {
  grid(
    columns: (auto, 1fr, auto), column-gutter: 3mm, row-gutter: 0mm, align: bottom,
    words.en.at(key), line(length: 100%, stroke: 0.5pt + luma(50%)),
    text(lang: "fa", dir: rtl, words.fa.at(key)),
  )
}
#for (index, sheet) in sheets.pages.enumerate() {
  if index > 0 { pagebreak() }
  let words = sheet.words
  both(heading(level: 1, words.en.title), heading(level: 1, words.fa.title))
  v(1mm)
  both(strong(words.en.secret), strong(words.fa.secret))
  v(1mm)
  both(words.en.need, words.fa.need)
  v(3mm)
  grid(
    columns: (26mm, 1fr, 26mm), row-gutter: 3mm, align: horizon,
    ..fact(words, "case", {
      if sheet.caseTitle.len() > 0 { sheet.caseTitle.join([ · ]); linebreak() }
      latin(sheet.caseId)
    }),
    ..fact(words, "key", [#words.en.keyValue · #text(lang: "fa", dir: rtl, words.fa.keyValue)]),
    ..fact(words, "recipient", latin(sheet.recipient.join(linebreak()))),
    ..fact(words, "made", latin(sheet.madeOn)),
  )
  v(4mm)
  block(
    width: 100%, stroke: 1pt, inset: (x: 6mm, y: 5mm), radius: 1mm,
    align(center, grid(
      columns: (auto, ..range(4).map(_ => auto)), column-gutter: (7mm, 9mm, 9mm, 9mm), row-gutter: 4.5mm,
      align: left + horizon,
      ..sheet.code.enumerate().map(((row, groups)) => (
        text(font: "DejaVu Sans Mono", size: 8pt, fill: luma(45%), str(row + 1)),
        ..range(4).map(at => text(
          font: "DejaVu Sans Mono", size: 17pt, tracking: 0.06em, dir: ltr, groups.at(at, default: ""),
        )),
      )).flatten(),
    )),
  )
  v(4mm)
  both(strong(words.en.howTitle), strong(words.fa.howTitle))
  v(0.5mm)
  both(steps(words.en, "1."), steps(words.fa, "۱."))
  v(2mm)
  both(strong(words.en.keepTitle), strong(words.fa.keepTitle))
  v(0.5mm)
  both(
    list(..("keep1", "keep2").map(key => words.en.at(key))),
    list(..("keep1", "keep2").map(key => words.fa.at(key))),
  )
  v(1fr)
  grid(
    columns: (1fr, 1fr, 1fr), column-gutter: 6mm,
    blank(words, "keeper"), blank(words, "place"), blank(words, "since"),
  )
}
`;
