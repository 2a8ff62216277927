import type { Role } from '#db/enums/audit.ts'
import type { Locale } from '#app/platform/words.ts'

export interface Colleague {
  key: 'admin' | 'lead' | 'misaki' | 'kenta' | 'emma' | 'marketer' | 'viewer'
  name: string
  email: string
  roles: Role[]
  locale: Locale
  team: 'success' | 'marketing' | null
}

/** The seven who work at Kumoi, the company that the demo is about. */
export const colleagues: readonly Colleague[] = [
  { key: 'admin', name: 'Haruka Mori', email: 'admin@kumoi.example', roles: ['admin'], locale: 'en', team: null },
  { key: 'lead', name: '藤原 由紀', email: 'lead@kumoi.example', roles: ['lead'], locale: 'ja', team: 'success' },
  { key: 'misaki', name: '佐伯 美咲', email: 'misaki@kumoi.example', roles: ['csm'], locale: 'ja', team: 'success' },
  { key: 'kenta', name: '大野 健太', email: 'kenta@kumoi.example', roles: ['csm'], locale: 'ja', team: 'success' },
  { key: 'emma', name: 'Emma Clarke', email: 'emma@kumoi.example', roles: ['csm'], locale: 'en', team: 'success' },
  {
    key: 'marketer',
    name: 'Sofia Lindqvist',
    email: 'marketer@kumoi.example',
    roles: ['marketer'],
    locale: 'en',
    team: 'marketing',
  },
  { key: 'viewer', name: '上田 大地', email: 'viewer@kumoi.example', roles: ['viewer'], locale: 'ja', team: null },
]

export const organisation = {
  name: 'Kumoi',
  postalAddress: '東京都港区海岸 0-0-0 雲居ビル / Kumoi Building, Minato-ku, Tokyo, Japan',
  zone: 'Asia/Tokyo',
  baseCurrency: 'JPY',
  fiscalMonth: 4,
  locale: 'en' as const,
}

export const brand = { name: 'Kumoi', colour: '#2f5d8a', senderName: 'Kumoi Customer Success' }
