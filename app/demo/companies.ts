import { between, chance, normal } from '#app/demo/random.ts'

export type Country = 'JP' | 'US' | 'GB' | 'DE'

export interface Company {
  n: number
  externalId: string
  country: Country
  name: string
  /** Ends in `.example`, which nobody can own: nothing is ever delivered there. */
  domain: string
  industry: string
  tier: 'Enterprise' | 'Business' | 'Starter'
  plan: string
  /** What became of it, the latest last; the first from the beginning on. */
  stages: { name: string; daysAgo: number }[]
  products: string[]
  arr: { amount: string; currency: string }
  /** Days before the anchor: all were customers before the first survey. */
  startedAgo: number
  /** Days after the anchor. */
  renewsIn: number
  health: 'green' | 'yellow' | 'red' | 'unknown'
  /** How the company feels, in standard deviations. */
  mood: number
  /** Nobody there ever answers. */
  silent: boolean
}

type Kind = readonly [name: string, site: string, industry: string]

const stems: Record<Country, readonly (readonly [string, string])[]> = {
  JP: '青葉 aoba,港南 konan,白川 shirakawa,東雲 shinonome,若葉 wakaba,北斗 hokuto,桜台 sakuradai,高嶺 takane,清流 seiryu,朝凪 asanagi,夕凪 yunagi,常盤 tokiwa,松風 matsukaze,若草 wakakusa,鶴見台 tsurumidai,光洋台 koyodai,緑丘 midorigaoka,双葉 futaba,春日野 kasugano,星野台 hoshinodai,月岡 tsukioka,水無瀬 minase,雪村 yukimura,竹園 takezono,藤波 fujinami,鳴海 narumi,明石台 akashidai,磯部 isobe,霧島台 kirishimadai,千鳥 chidori,海老原 ebihara,白峰 shiramine,柏木 kashiwagi,深山 miyama,若松台 wakamatsudai,汐見 shiomi,丸山 maruyama,穂高台 hotakadai,葉月 hazuki,三ツ星 mitsuboshi'
    .split(',')
    .map(two),
  US: 'Cedar Ridge,Harborline,Blue Mesa,Copperfield,Larkspur,Ironwood,Silver Creek,Fairhaven,Redstone,Summit Lane,Brightwater,Juniper,Oak Hollow,Prairie Gate,Stonebridge,Windward,Clearview Bay,Maple Forge,Granite Peak,Willow Run,Eastgate,Lone Pine,Riverbend,Sagebrush,Tidewater'
    .split(',')
    .map(same),
  GB: 'Thornbury,Ashcombe,Kingsmead,Wetherfield,Marlow Vale,Penrose,Hartley Moor,Blackwell Quay,Langford,Sedgewick,Foxley,Elmstead,Cragside,Whitmore,Dunholme'
    .split(',')
    .map(same),
  DE: 'Lindenhof,Rheintal,Falkenberg,Nordhafen,Silberbach,Steinfeld,Eichgrund,Weidenau,Hohenfels,Auerbach,Tannwald,Birkenau,Seeblick,Kranichfeld,Marienhof'
    .split(',')
    .map(same),
}

const kinds: Record<Country, readonly Kind[]> = {
  JP: [
    ['製作所', 'works', 'Manufacturing'],
    ['商事', 'shoji', 'Wholesale'],
    ['物流', 'logi', 'Logistics'],
    ['システムズ', 'systems', 'Software'],
    ['食品', 'foods', 'Food'],
    ['工業', 'industry', 'Manufacturing'],
    ['電機', 'denki', 'Electronics'],
    ['不動産', 'estate', 'Real estate'],
    ['印刷', 'print', 'Media'],
    ['薬品', 'pharma', 'Healthcare'],
    ['運輸', 'unyu', 'Logistics'],
    ['テクノロジー', 'tech', 'Software'],
    ['エンジニアリング', 'eng', 'Engineering'],
    ['精密', 'seimitsu', 'Electronics'],
    ['百貨店', 'depart', 'Retail'],
    ['保険サービス', 'hoken', 'Insurance'],
  ],
  US: [
    ['Logistics Inc.', 'logistics', 'Logistics'],
    ['Foods Co.', 'foods', 'Food'],
    ['Health', 'health', 'Healthcare'],
    ['Manufacturing Corp.', 'mfg', 'Manufacturing'],
    ['Analytics', 'analytics', 'Software'],
    ['Media Group', 'media', 'Media'],
    ['Retail', 'retail', 'Retail'],
    ['Insurance', 'insurance', 'Insurance'],
    ['Robotics', 'robotics', 'Electronics'],
    ['Software LLC', 'software', 'Software'],
    ['Property Partners', 'property', 'Real estate'],
    ['Engineering', 'eng', 'Engineering'],
  ],
  GB: [
    ['& Sons Ltd', 'sons', 'Wholesale'],
    ['Logistics Ltd', 'logistics', 'Logistics'],
    ['Foods plc', 'foods', 'Food'],
    ['Software Ltd', 'software', 'Software'],
    ['Health Partners', 'health', 'Healthcare'],
    ['Press', 'press', 'Media'],
    ['Engineering Ltd', 'eng', 'Engineering'],
    ['Insurance Brokers', 'insurance', 'Insurance'],
  ],
  DE: [
    ['Maschinenbau GmbH', 'maschinenbau', 'Manufacturing'],
    ['Logistik GmbH', 'logistik', 'Logistics'],
    ['Software AG', 'software', 'Software'],
    ['Elektrotechnik GmbH', 'elektro', 'Electronics'],
    ['Lebensmittel KG', 'lebensmittel', 'Food'],
    ['Versicherungsdienst GmbH', 'versicherung', 'Insurance'],
    ['Medizintechnik GmbH', 'medtech', 'Healthcare'],
  ],
}

export const regions: Record<Country, string> = {
  JP: 'Japan',
  US: 'United States',
  GB: 'United Kingdom',
  DE: 'Germany',
}
const currencies: Record<Country, [string, number]> = {
  JP: ['JPY', 150],
  US: ['USD', 1],
  GB: ['GBP', 0.8],
  DE: ['EUR', 0.9],
}

/** Companies of one scale, and who works there: 1,000 people for every 120. */
const blockSize = 120

const tiers =
  'Enterprise Starter Business Starter Business Starter Enterprise Business Starter Business Starter Business'.split(
    ' ',
  ) as Company['tier'][]

/** Half in Japan, a quarter in the United States, an eighth each in the United Kingdom and Germany; mixed among the tiers. */
const order: readonly Country[] = ['JP', 'US', 'JP', 'JP', 'DE', 'US', 'JP', 'GB']
const countryOf = (n: number) => order[(n + Math.floor(n / 24)) % order.length]!

export function makeCompanies(scale: number): Company[] {
  const seen: Record<Country, number> = { JP: 0, US: 0, GB: 0, DE: 0 }
  return Array.from({ length: Math.round(blockSize * scale) }, (_, n) => {
    const country = countryOf(n)
    return makeCompany(n, country, seen[country]++)
  })
}

/** `nth` of its country: stems and kinds are walked so that no name comes twice before all pairs were used. */
function makeCompany(n: number, country: Country, nth: number): Company {
  const [ofStems, ofKinds] = [stems[country], kinds[country]]
  const [stem, site] = ofStems[nth % ofStems.length]!
  const [kind, kindSite, industry] =
    ofKinds[((nth % ofStems.length) * 5 + Math.floor(nth / ofStems.length)) % ofKinds.length]!
  const round = Math.floor(nth / (ofStems.length * ofKinds.length))
  const again = round ? ` ${round + 1}` : ''
  const tier = tiers[n % 12]!
  const mood = normal('company', n)
  const [currency, rate] = currencies[country]
  const usd = { Enterprise: 140_000, Business: 38_000, Starter: 9_000 }[tier] * between(0.55, 1.8, 'arr', n)
  const startedAgo = Math.round(between(760, 3000, 'started', n))
  return {
    n,
    externalId: `KM-${String(n + 1).padStart(5, '0')}`,
    country,
    name:
      (country === 'JP' ? (nth % 3 ? `株式会社${stem}${kind}` : `${stem}${kind}株式会社`) : `${stem} ${kind}`) + again,
    domain: `${site}-${kindSite}${round || ''}.example`,
    industry,
    tier,
    plan: { Enterprise: 'Suite', Business: 'Team', Starter: 'Basic' }[tier],
    stages: stagesOf(n, mood),
    products: ['Kumoi Desk', 'Kumoi Flow', 'Kumoi Insights'].filter(
      (_, i) => i === 0 || chance('product', n, i) < (tier === 'Starter' ? 0.2 : 0.6),
    ),
    arr: { amount: String(Math.round((usd * rate) / 1000) * 1000), currency },
    startedAgo,
    renewsIn: Math.round(between(5, 360, 'renews', n)),
    health: mood < -1.1 ? 'red' : mood < -0.4 ? 'yellow' : chance('health', n) < 0.1 ? 'unknown' : 'green',
    mood,
    silent: chance('silent', n) < 0.09,
  }
}

/** Some fall out with us, a few of these leave, and now and then one comes back. */
function stagesOf(n: number, mood: number): { name: string; daysAgo: number }[] {
  const live = { name: 'Live', daysAgo: Infinity }
  if (mood < -1.1) {
    const risk = { name: 'At risk', daysAgo: Math.round(between(80, 500, 'risk', n)) }
    const gone = { name: 'Churned', daysAgo: Math.round(between(8, 75, 'gone', n)) }
    return chance('goes', n) < 0.4 ? [live, risk, gone] : [live, risk]
  }
  if (mood < -0.6 && chance('returns', n) < 0.35)
    return [
      live,
      { name: 'Churned', daysAgo: Math.round(between(150, 320, 'left', n)) },
      { name: 'Live', daysAgo: Math.round(between(10, 80, 'back', n)) },
    ]
  return chance('stage', n) < 0.18
    ? [live, { name: 'Renewal', daysAgo: Math.round(between(5, 60, 'renewal', n)) }]
    : [live]
}

/** Who looks after a company: two colleagues share Japan, the third has the others. */
export const ownerOf = ({ country, n }: Company) =>
  country !== 'JP' ? 'emma' : chance('owner', n) < 0.5 ? 'kenta' : 'misaki'

function two(pair: string): readonly [string, string] {
  const [name, site] = pair.split(' ')
  return [name!, site!]
}

function same(name: string): readonly [string, string] {
  return [name, name.toLowerCase().replace(/[^a-z]+/g, '-')]
}
