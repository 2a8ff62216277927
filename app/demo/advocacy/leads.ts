import { chance, pick } from '#app/demo/random.ts'

interface Lead {
  name: string
  email: string
  company: string
  message: string
}

type Name = readonly [name: string, roman: string]

const people: Record<'en' | 'ja', readonly Name[]> = {
  ja: [['三宅 隼人', 'miyake'], ['桜井 友美', 'sakurai'], ['菅原 剛志', 'sugawara'], ['野口 絵里', 'noguchi'], ['大西 圭', 'onishi'], ['平野 沙耶', 'hirano'], ['小松 洋平', 'komatsu'], ['今井 佳奈', 'imai'], ['河野 晃', 'kono'], ['上原 瞳', 'uehara']],
  en: [['Peter Novak', 'novak'], ['Alice Munro', 'munro'], ['Samir Haddad', 'haddad'], ['Ingrid Dahl', 'dahl'], ['Joseph Amoah', 'amoah'], ['Clara Weiss', 'weiss'], ['Dylan Pryce', 'pryce'], ['Maya Iyer', 'iyer'], ['Noel Byrne', 'byrne'], ['Ruth Adler', 'adler']],
} // prettier-ignore

const companies: Record<'en' | 'ja', readonly Name[]> = {
  ja: [['みなと樹脂株式会社', 'minato-jushi'], ['株式会社やまびこ印刷', 'yamabiko'], ['あさひ介護サービス', 'asahi-kaigo'], ['株式会社ふもと設計', 'fumoto'], ['みずほ台クリニック', 'mizuhodai'], ['有限会社さざなみ水産', 'sazanami']],
  en: [['Orchard & Vale', 'orchardvale'], ['Northlight Freight', 'northlight'], ['Quarry Hill Dental', 'quarryhill'], ['Bluewater Tiles', 'bluewater'], ['Sable Insurance', 'sable'], ['Fennel Kitchens', 'fennel']],
} // prettier-ignore

const messages: Record<'en' | 'ja', readonly string[]> = {
  ja: [
    'ご紹介いただきました。来月以降の導入を検討しています。',
    '現在の運用が大変だと話したところ、こちらを勧められました。',
    '資料と概算のお見積もりをお願いします。',
  ],
  en: [
    'We talked at a meeting of our association. Could you show us how it works?',
    'They say that it saved them a day a week. We are about forty people.',
    'Please send prices for two sites.',
  ],
}

/** Somebody whom a customer recommends us to: invented, and under an address that nobody can own. */
export function leadOf(language: 'en' | 'ja', key: string): Lead {
  const [name, local] = pick(people[language], 'lead', key)
  const [company, site] = pick(companies[language], 'lead company', key)
  // Its own address and domain for each, or two who recommend the same would be one.
  const n = Math.floor(chance('lead number', key) * 1_000_000)
  return {
    name,
    email: `${local}@${site}-${n}.example`,
    company,
    message: pick(messages[language], 'lead message', key),
  }
}
