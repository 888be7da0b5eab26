/** The selection of the window as offsets in the text of one element, and back. Offsets are UTF-16 units. */

export interface TextStretch {
  readonly from: number;
  readonly to: number;
}

/** What is selected of the element's text, whichever way it was selected; null where nothing of it is. */
export function selectedStretch(root: HTMLElement): TextStretch | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const own = document.createRange();
  own.selectNodeContents(root);
  // A selection may reach beyond the text, as after three clicks on its last line.
  if (!range.intersectsNode(root)) return null;
  if (range.compareBoundaryPoints(Range.START_TO_START, own) < 0)
    range.setStart(own.startContainer, own.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, own) > 0) range.setEnd(own.endContainer, own.endOffset);
  const before = own.cloneRange();
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const to = from + range.toString().length;
  return from < to ? { from, to } : null;
}

/** Where the moving end of the selection stands; null where it stands outside of the text. */
export function focusOffset(root: HTMLElement): number | null {
  const selection = window.getSelection();
  const node = selection?.focusNode ?? null;
  if (selection === null || node === null || !root.contains(node)) return null;
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(node, selection.focusOffset);
  return before.toString().length;
}

/** Selects a stretch of the element's text and brings it into sight. */
export function selectStretch(root: HTMLElement, { from, to }: TextStretch): void {
  const [start, end] = [pointAt(root, from), pointAt(root, to)];
  if (start === null || end === null) return;
  window.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  showSelection(root);
}

const MARGIN_PX = 48;

/** Brings the end of the selection that moves into sight, by as little as needed. */
export function showSelection(root: HTMLElement): void {
  const selection = window.getSelection();
  const { focusNode: node = null, focusOffset: offset = 0 } = selection ?? {};
  if (node === null || !root.contains(node)) return;
  const point = document.createRange();
  point.setStart(node, offset);
  // What is far out of sight is not laid out: its block comes first.
  if (point.getClientRects().length === 0)
    node.parentElement?.closest(".text-block")?.scrollIntoView({ block: "nearest" });
  const box = point.getClientRects()[0] ?? node.parentElement?.getBoundingClientRect();
  if (box === undefined) return;
  const frame = root.getBoundingClientRect();
  if (root.scrollHeight > root.clientHeight) {
    if (box.top < frame.top + MARGIN_PX) root.scrollTop -= frame.top + MARGIN_PX - box.top;
    else if (box.bottom > frame.bottom - MARGIN_PX) root.scrollTop += box.bottom - frame.bottom + MARGIN_PX;
  } else if (box.top < 2 * MARGIN_PX) window.scrollBy(0, box.top - 2 * MARGIN_PX);
  else if (box.bottom > innerHeight - MARGIN_PX) window.scrollBy(0, box.bottom - innerHeight + MARGIN_PX);
}

function pointAt(root: HTMLElement, offset: number): { readonly node: Text; readonly offset: number } | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let last: Text | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    if (offset <= passed + node.length) return { node, offset: offset - passed };
    passed += node.length;
    last = node;
  }
  return last === null ? null : { node: last, offset: last.length };
}
