/** Lines that an attribution may be broken over. */
const mostWrapped = 4
const longestLine = 600

/** What mail programs write above the mail that is answered; each must be the whole line, or the whole of some lines. */
const attributions = [
  /^on\b.{4,300}\bwrote\s*[:：]$/i,
  /^am\b.{4,300}\bschrieb\b.{0,200}[:：]$/i,
  /^.{3,200}\bschrieb am\b.{4,100}[:：]$/i,
  /^le\b.{4,300}\ba écrit\s*[:：]$/i,
  /^\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?.{0,200}<[^<>\s]+@[^<>\s]+>\s*[:：]$/,
  /^\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?.{0,250}(のメール|からのメール|さんは書きました|は書きました|wrote)\s*[:：]?$/,
  /^\(?\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?.{0,60}\)?、?.{1,200}(wrote|のメール|書きました)\s*[:：]$/i,
]
const dividers = [
  /^[-_=*\s]{2,}\s*(original message|original appointment|ursprüngliche nachricht|message d'origine|元のメッセージ|オリジナルメッセージ|転送メッセージ|forwarded message|weitergeleitete nachricht)\s*[-_=*\s]{2,}$/i,
  /^(begin forwarded message|anfang der weitergeleiteten nachricht|転送されたメッセージ)\s*[:：]$/i,
]
/** The head that Outlook puts above a mail: whom, when, to whom, about what. */
const fromLine = /^\s*\*?(from|von|差出人|送信者|de)\s*[:：]\*?\s*\S/i
const headLine =
  /^\s*\*?(from|sent|date|to|cc|subject|importance|von|gesendet|datum|an|betreff|差出人|送信者|送信日時|日時|日付|宛先|件名|de|envoyé|à|objet)\s*[:：]\*?/i
const quoted = /^\s{0,3}[>＞]/
const rule = /^\s*[_-]{10,}\s*$/
const phone = [
  /^(sent from (my )?\S.{0,60}|get outlook for \S.{0,40})$/i,
  /^(von meinem .{1,40} gesendet|gesendet (mit|von) .{1,60})$/i,
  /^(my )?(iphone|ipad|android|galaxy|xperia).{0,20}から送信(されました)?。?$/i,
  /^(outlook for (ios|android)|yahoo!?メール|spark).{0,30}(を入手|アプリ|から送信).{0,20}$/i,
]
/** A line drawn above the card of somebody who writes Japanese business mail. */
const cardRule = /^\s*([-=*_~+#・…─━＝＊＿☆★◆◇■□●○･.])\1{4,}.*$|^\s*([-=*+─━＝＊☆★◆◇■□]\s?){6,}\s*$/
const cardLine =
  /(https?:\/\/|www\.|\S@\S+\.\S|(tel|fax|mobile|phone|mail|e-mail|電話|携帯|住所)\s*[:：.]?|〒\s?\d{3}|株式会社|有限会社|合同会社|\b(gmbh|inc|ltd|llc|k\.k\.|co\.)|\+?\d[\d()\s-]{7,})/i
const longestCard = 14

/**
 * What somebody wrote in reply, without the mail that they answered and without their signature. Only what is surely
 * quoted or a signature is taken off: a greeting too many does no harm, a lost sentence does.
 */
export function repliedWords(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
  return withoutSignature(withoutQuote(lines)).join('\n').trim()
}

function withoutQuote(lines: string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < lines.length;) {
    const opening = openingAt(lines, at)
    if (opening === 0) {
      if (!quoted.test(lines[at]!)) kept.push(lines[at]!)
      at++
      continue
    }
    at += opening
    const first = nextFilled(lines, at)
    // Without marks nobody can say where the old mail ends, so everything below is taken for it.
    if (first === null || !quoted.test(lines[first]!)) break
    at = first
    while (at < lines.length && (quoted.test(lines[at]!) || (lines[at] === '' && quotedNext(lines, at)))) at++
  }
  return kept
}

const nextFilled = (lines: string[], from: number): number | null => {
  const at = lines.findIndex((line, i) => i >= from && line.trim() !== '')
  return at === -1 ? null : at
}
const quotedNext = (lines: string[], at: number) => {
  const next = nextFilled(lines, at)
  return next !== null && quoted.test(lines[next]!)
}

/** How many lines announce the old mail here; 0 when none does. */
function openingAt(lines: string[], at: number): number {
  const line = lines[at]!.trim()
  // No mail program writes such a line, and a hostile one would keep the patterns busy.
  if (line === '' || line.length > longestLine) return 0
  if (dividers.some((one) => one.test(line))) return 1
  if (rule.test(line)) {
    const next = nextFilled(lines, at + 1)
    return next !== null && isHead(lines, next) ? next - at : 0
  }
  if (isHead(lines, at)) return 1
  let joined = ''
  for (let n = 1; n <= mostWrapped && at + n <= lines.length; n++) {
    const part = lines[at + n - 1]!.trim()
    if (part === '') return 0
    joined = joined ? `${joined} ${part}` : part
    if (joined.length > longestLine) return 0
    if (attributions.some((one) => one.test(joined))) return n
  }
  return 0
}

/** "From:" with at least two more lines of a mail's head right below. */
function isHead(lines: string[], at: number): boolean {
  if (!fromLine.test(lines[at]!)) return false
  return lines.slice(at + 1, at + 6).filter((line) => headLine.test(line)).length >= 2
}

function withoutSignature(lines: string[]): string[] {
  const kept = [...lines]
  const marked = kept.findIndex((line, at) => /^--\s?$/.test(line) && at > 0)
  if (marked !== -1) kept.length = marked
  trimEnd(kept)
  const top = topOfCard(kept)
  if (top > 0) kept.length = top
  trimEnd(kept)
  // A card may be closed by a line as well, with the phone's own line below.
  while (kept.length && phone.some((one) => one.test(kept.at(-1)!.trim()))) {
    kept.pop()
    trimEnd(kept)
  }
  return kept
}

/** The line that a card begins with: the last one drawn, or the one before when that closes it. Never the first line. */
function topOfCard(lines: string[]): number {
  const first = Math.max(1, lines.length - longestCard)
  let told = 0
  for (let at = lines.length - 1; at >= first; at--) {
    const line = lines[at]!.slice(0, longestLine)
    if (cardRule.test(line) && told >= 2) return at
    if (cardLine.test(line)) told++
  }
  return -1
}

function trimEnd(lines: string[]) {
  while (lines.length && lines.at(-1)!.trim() === '') lines.pop()
}
