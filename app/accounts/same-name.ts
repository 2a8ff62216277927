import { fold } from '#app/platform/text.ts'

/** Japanese legal forms as NFKC leaves them: ㈱ is (株) by then. */
const japaneseForms =
  /株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人|特定非営利活動法人|npo法人|医療法人|学校法人|独立行政法人|国立大学法人|[(〔［](?:株|有|同|資|名|財|社|医|学|独|相)[)〕］]/g

/** Legal forms of other countries, as words at the end (or, for some, the beginning) of a name without its signs. */
const forms = [
  'inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'ltd', 'limited', 'llc', 'llp', 'lp', 'plc', 'pty',
  'gmbh', 'ag', 'kg', 'kgaa', 'ohg', 'ug', 'se', 'sa', 'sas', 'sarl', 'srl', 'spa', 'sl', 'slu', 'bv', 'nv', 'ab', 'as', 'asa',
  'oy', 'oyj', 'aps', 'sro', 'kft', 'kk', 'gk', 'yk', 'pvt', 'pte', 'sdn', 'bhd',
] // prettier-ignore
const isForm = new Set(forms)
/** Forms that are written with dots or slashes between their letters: their letters, joined. */
const dotted = /\b(?:[a-z]\s?[./]\s?){1,4}[a-z]?\b\.?/g
const signs = /[^\p{L}\p{N}]+/gu

/**
 * A company's name without what people write in one way or another: legal form (㈱, 株式会社, (株), Inc., Co., Ltd.,
 * GmbH), width, case, accents, spaces and signs. Two companies with one key may be the same. A name that is nothing but
 * a legal form is kept as it is.
 */
export const companyKey = (name: string): string => settled(company, name)

function company(name: string): string {
  const folded = fold(name)
  const plain = unaccented(folded.replace(japaneseForms, ' '))
  const words = plain
    .replace(/&/g, ' and ')
    .replace(dotted, (text) => `${text.replace(/[\s./]/g, '')} `)
    .replace(/['’]/g, '')
    .split(signs)
    .filter(Boolean)
  while (words.length > 1 && (isForm.has(words.at(-1)!) || (words.at(-1) === 'and' && isForm.has(words.at(-2)!))))
    words.pop()
  while (words.length > 1 && (words[0] === 'the' || words[0] === 'kk')) words.shift()
  return words.join('') || folded.replace(signs, '') || folded
}

const honorifics = /(?:様|さま|さん|氏|殿|先生)$/
const titles = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'miss'])

/** A person's name without title, width, case, accents, spaces and signs; the order of its words does not count. */
export const personKey = (name: string): string => settled(person, name)

function person(name: string): string {
  const folded = unaccented(fold(name)).replace(honorifics, '')
  const words = folded.split(signs).filter((word) => word && !titles.has(word))
  // A Japanese name is one word whether its parts are set apart or not; a western one may come family name first.
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(folded)) return words.join('')
  return words.sort().join(' ') || folded
}

/** An address without what a person may add to it: a tag behind `+`, and for Gmail the dots. */
export function addressKey(key: string): string {
  const at = key.lastIndexOf('@')
  if (at < 1) return key
  let local = key.slice(0, at).replace(/\+.*$/, '') || key.slice(0, at)
  let domain = key.slice(at + 1)
  if (domain === 'googlemail.com') domain = 'gmail.com'
  if (domain === 'gmail.com') local = local.replace(/\./g, '')
  return `${local}@${domain}`
}

/** What is taken away may bring together what is to be taken away as well: again until nothing changes. */
function settled(once: (text: string) => string, name: string): string {
  let key = once(name) || fold(name)
  for (let i = 0; i < 8; i++) {
    const next = once(key)
    if (next === '' || next === key) break
    key = next
  }
  return key
}

/** é → e; Japanese voicing marks are letters of their own and stay. */
const unaccented = (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC') // prettier-ignore
