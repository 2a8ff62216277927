import type { Company } from '#app/demo/companies.ts'
import { chance, normal, pick } from '#app/demo/random.ts'

export interface Person {
  externalId: string
  company: Company
  name: string
  kana: string | null
  /** Null: nobody knows an address. */
  email: string | null
  title: string
  department: string
  role: string
  language: 'en' | 'ja'
  /** How the person feels beside the company, in standard deviations. */
  mood: number
  /** 0 to 1: how readily they answer. */
  habit: number
  left: boolean
  optedOut: boolean
}

type Parts = readonly [name: string, roman: string, kana?: string]
const parts = (text: string): Parts[] => text.split(',').map((one) => one.split(' ') as unknown as Parts)

const families = {
  ja: parts(
    '佐藤 sato サトウ,鈴木 suzuki スズキ,高橋 takahashi タカハシ,田中 tanaka タナカ,伊藤 ito イトウ,渡辺 watanabe ワタナベ,山本 yamamoto ヤマモト,中村 nakamura ナカムラ,小林 kobayashi コバヤシ,加藤 kato カトウ,吉田 yoshida ヨシダ,山田 yamada ヤマダ,佐々木 sasaki ササキ,山口 yamaguchi ヤマグチ,松本 matsumoto マツモト,井上 inoue イノウエ,木村 kimura キムラ,林 hayashi ハヤシ,斎藤 saito サイトウ,清水 shimizu シミズ,山崎 yamazaki ヤマザキ,森 mori モリ,池田 ikeda イケダ,橋本 hashimoto ハシモト,阿部 abe アベ,石川 ishikawa イシカワ,前田 maeda マエダ,藤田 fujita フジタ,後藤 goto ゴトウ,岡田 okada オカダ,長谷川 hasegawa ハセガワ,村上 murakami ムラカミ,近藤 kondo コンドウ,石井 ishii イシイ,坂本 sakamoto サカモト,遠藤 endo エンドウ,青木 aoki アオキ,西村 nishimura ニシムラ,福田 fukuda フクダ,太田 ota オオタ',
  ),
  en: parts(
    'Bennett bennett,Carter carter,Morgan morgan,Reed reed,Hayes hayes,Foster foster,Brooks brooks,Coleman coleman,Patel patel,Nguyen nguyen,Ramirez ramirez,Sullivan sullivan,Walsh walsh,Grant grant,Doyle doyle,Shah shah,Okafor okafor,Kowalski kowalski,Fischer fischer,Marsh marsh,Whitfield whitfield,Barnes barnes,Ellis ellis,Price price,Chambers chambers,Lowe lowe,Hughes hughes,Osborne osborne,Delgado delgado,Kaur kaur,Simmons simmons,Ferreira ferreira',
  ),
  de: parts(
    'Becker becker,Schäfer schaefer,Wagner wagner,Neumann neumann,Krüger krueger,Vogel vogel,Brandt brandt,Lorenz lorenz,Seidel seidel,Arnold arnold,Yilmaz yilmaz,Heinrich heinrich,Köhler koehler,Winter winter,Pohl pohl,Busch busch',
  ),
}
const givens = {
  ja: parts(
    '健一 kenichi ケンイチ,裕子 yuko ユウコ,翔太 shota ショウタ,直樹 naoki ナオキ,恵 megumi メグミ,真由美 mayumi マユミ,大輔 daisuke ダイスケ,拓也 takuya タクヤ,智子 tomoko トモコ,陽子 yoko ヨウコ,浩 hiroshi ヒロシ,彩 aya アヤ,亮 ryo リョウ,麻衣 mai マイ,隆 takashi タカシ,千尋 chihiro チヒロ,誠 makoto マコト,香織 kaori カオリ,修平 shuhei シュウヘイ,奈々 nana ナナ,和也 kazuya カズヤ,理恵 rie リエ,剛 tsuyoshi ツヨシ,由美子 yumiko ユミコ,悠斗 yuto ユウト,美穂 miho ミホ,俊介 shunsuke シュンスケ,沙織 saori サオリ,正人 masato マサト,玲奈 rena レナ',
  ),
  en: parts(
    'James james,Olivia olivia,Daniel daniel,Priya priya,Michael michael,Hannah hannah,Thomas thomas,Grace grace,Ryan ryan,Laura laura,Ethan ethan,Megan megan,Marcus marcus,Chloe chloe,David david,Nina nina,Oliver oliver,Rachel rachel,Samuel samuel,Amelia amelia,Victor victor,Leah leah,Adam adam,Fiona fiona,Kevin kevin,Tara tara,George george,Isabel isabel',
  ),
  de: parts(
    'Anna anna,Lukas lukas,Katharina katharina,Stefan stefan,Julia julia,Markus markus,Sabine sabine,Jonas jonas,Claudia claudia,Tobias tobias,Elif elif,Andreas andreas,Petra petra,Felix felix',
  ),
}

const posts = {
  ja: [
    ['部長', '情報システム部', 'decision maker'],
    ['課長', '業務改革推進室', 'champion'],
    ['主任', 'カスタマーサポート部', 'user'],
    ['担当', '営業企画部', 'user'],
    ['係長', '経理部', 'billing'],
    ['マネージャー', '品質管理部', 'user'],
    ['担当', '総務部', 'user'],
    ['次長', '経営企画部', 'decision maker'],
    ['担当', '物流管理課', 'user'],
    ['リーダー', '情報システム部', 'champion'],
  ],
  en: [
    ['Head of Operations', 'Operations', 'decision maker'],
    ['IT Manager', 'IT', 'champion'],
    ['Support Lead', 'Customer Support', 'user'],
    ['Business Analyst', 'Operations', 'user'],
    ['Finance Manager', 'Finance', 'billing'],
    ['Quality Manager', 'Quality', 'user'],
    ['Team Assistant', 'Operations', 'user'],
    ['VP Customer Experience', 'Customer Experience', 'decision maker'],
    ['Warehouse Supervisor', 'Logistics', 'user'],
    ['Systems Administrator', 'IT', 'champion'],
  ],
} as const

/** How many work there: 1,000 for every 120 companies. */
function headcount(company: Company, starters: number): number {
  if (company.tier === 'Enterprise') return 18
  if (company.tier === 'Business') return 8
  return starters % 5 === 0 ? 4 : 5
}

export function makePeople(companies: Company[]): Person[] {
  let starters = 0
  const people: Person[] = []
  for (const company of companies) {
    const size = headcount(company, company.tier === 'Starter' ? starters++ : 0)
    const taken = new Set<string>()
    for (let i = 0; i < size; i++) people.push(makePerson(company, i, people.length, taken))
  }
  return people
}

function makePerson(company: Company, i: number, n: number, taken: Set<string>): Person {
  const key = company.externalId
  const speech =
    company.country === 'JP' ? 'ja' : company.country === 'DE' && chance('name', key, i) < 0.85 ? 'de' : 'en'
  const [family, given] = [pick(families[speech], 'family', key, i), pick(givens[speech], 'given', key, i)]
  const japanese = speech === 'ja'
  let local = japanese ? `${family[1]}.${given[1]}` : `${given[1]}.${family[1]}`
  while (taken.has(local)) local += '2'
  taken.add(local)
  const [title, department, role] = posts[japanese ? 'ja' : 'en'][(i * 3 + company.n) % 10]!
  return {
    externalId: `${key}-${String(i + 1).padStart(2, '0')}`,
    company,
    name: japanese ? `${family[0]} ${given[0]}` : `${given[0]} ${family[0]}`,
    kana: japanese ? `${family[2]} ${given[2]}` : null,
    email: n % 200 === 117 ? null : `${local}@${company.domain}`,
    title,
    department,
    role,
    language: japanese ? 'ja' : 'en',
    mood: normal('person', key, i),
    habit: chance('habit', key, i),
    left: n % 125 === 61,
    optedOut: n % 100 === 33,
  }
}
