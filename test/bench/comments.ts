/** The same pseudo-random numbers in every run, from 0 up to 1. */
export function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const english =
  `the and to is we for of it was support very with our in but not on that service good fast product team great helpful
  have slow price export time page reply easy report after error help staff invoice login data always update search feature
  using would could more when customer answer days work well quickly screen mobile wait month problem still nothing issue
  training expensive quality dashboard settings contract upgrade delay integration simple confusing friendly meeting wrong
  numbers billing manual import missing crashes recommend stable documentation workflow permissions notification outage`
    .trim()
    .split(/\s+/)
const japanese =
  `です ます ました とても サポートの 対応が 早くて 助かります 画面の 表示が 遅い 使いやすい 機能が 料金が 高い 担当の方が 丁寧に 説明して いただき
  ありがとうございます 請求書の 出力に 時間が かかります エラーが 多く 困っています 問い合わせへの 返信が 検索が できません もう少し 改善して ほしい
  満足して います 導入 してから 業務が 効率化 できました 月末の 締め作業に 支障が 出ています マニュアルが 分かりにくい 操作が 簡単で 社内でも 好評です
  データの 連携が うまくいかない 権限の 設定が 複雑 通知が 届かない 障害の 説明が ほしい 契約 更新 見積 研修 帳票 承認 在庫 物流 会計 人事 監査`
    .trim()
    .split(/\s+/)
const kanji = [...'日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公持野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有疑口過局少放税検藤町常校料沢裁状工建語球営空職証土与急止送援供可役構木割聞身費付施切由説転食比難防補車優夫研収断井何南石足違消境神番規術護展態導鮮備宅害配副算視条幹独警宮究育席輸訪楽起万着乗店述残想線率病農州武声質念待試族象銀域助労例衛然早張映限親額監環験追審商葉義伝働形景落欧担好退準賞訴辺造英被株頭技低毎医復仕去姿味負閣韓渡失移差衆個門写評課末守若脳極種美岡影命含福蔵量望松非撃佐核観察整段横融型白深字答夜製票況音申様財港識注呼渉達'] // prettier-ignore
const syllables = 'ka ro mi ten sol var nu pe lin da gor as be ti on ex pli fra mo st'.split(' ')

/** Comments as people write them, in both languages: a few words stand everywhere, most words hardly anywhere. */
export function makeComments(random: () => number) {
  /** Zipf's law, roughly: the n-th word is 1/n as likely. */
  const ranked = (size: number) => Math.min(size - 1, Math.floor(size ** random()) - 1)
  const wordAt = (rank: number) => {
    if (rank < english.length) return english[rank]!
    let text = ''
    for (let rest = rank; rest > 0; rest = Math.floor(rest / syllables.length))
      text += syllables[rest % syllables.length]
    return text
  }
  const phraseAt = (rank: number) =>
    rank < japanese.length ? japanese[rank]! : kanji[(rank * 7) % kanji.length]! + kanji[(rank * 31) % kanji.length]!
  return (): { language: 'en' | 'ja'; comment: string } => {
    const length = 5 + Math.floor(random() * 14)
    if (random() < 0.5) {
      const words = Array.from({ length }, () => wordAt(ranked(30_000)))
      return { language: 'en', comment: `${words.join(' ')}.` }
    }
    const phrases = Array.from({ length: Math.ceil(length * 0.6) }, () => phraseAt(ranked(20_000)))
    return { language: 'ja', comment: `${phrases.join('')}。` }
  }
}
