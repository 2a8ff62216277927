import { eachPhrase, phrases } from '#app/responses/topics/phrase-list.ts'
import type { RuledTopic } from '#app/responses/topics/topic-matcher.ts'

const each = (beginnings: string, endings: string, between = ' ') =>
  eachPhrase(
    phrases(beginnings).map((one) => one + between),
    phrases(endings),
  )

const awful = 'terrible | horrible | awful | appalling | dreadful | atrocious | abysmal | pathetic'
const things = `service | support | customer service | customer support | experience | product | software | tool | app |
  quality | communication | company`
const leave = `cancel our | cancel my | cancel this | terminate our | terminate my | end our`
const leaving = 'cancelling | canceling | terminating | ending'
const bonds = 'contract | subscription | agreement | licence | license'

/** Judgements on us as a whole, with which nobody is a happy customer. */
const verdict = [
  ...each(awful, things),
  ...each(each(things, 'is | was | are | has been').join('|'), `${awful} | unacceptable | useless | a joke`),
  ...each('worst', `${things} | vendor | supplier | provider`),
  ...each('is | was | are | were | simply | just | totally | completely | absolutely | utterly', 'unacceptable'),
  ...each('completely | totally | utterly | absolutely', 'useless | worthless | unusable'),
  ...each('absolute | total | complete | utter', 'garbage | joke | disgrace | disaster | rip-off | waste'),
  ...each("i am | i'm | we are | we're", 'furious | fed up | so fed up | really fed up | disgusted'),
  ...each('not at all | anything but', 'happy | satisfied'),
  ...each('not happy | not satisfied', 'at all'),
  ...each('lost', 'all trust | all confidence | all faith | trust in you | faith in you'),
  ...phrases('has become unusable | have become unusable'),
  ...each('never', 'use you again | use this again | buy from you | buy this again | work with you again'),
  ...each('regret', 'buying | choosing | signing | switching'),
  ...each('i want | we want | i demand | we demand', 'our money back | my money back | a refund | a full refund'),
  ...phrases('a waste of money | a waste of our | a waste of time'),
  ...each('we will take | we are taking | i will take | i am taking', 'legal action'),
  ...phrases(`最悪 | ひどすぎ | 酷すぎ | ひどい対応 | 酷い対応 | 対応がひど | 対応が酷 | サポートがひど | 使い物にならな |
    使い物になりませ | 使いものにならな | 使いものになりませ | 話にならな | 話になりませ | 論外 | 到底許せな | 許せませ |
    許しがた | 許し難 | 腹が立 | 憤り | 怒りしかな | 怒りしかありませ | 不信感 | 不信感が拭えませ | 不信感しかありませ |
    信用できな | 信用できませ | 信頼できな | 信頼できませ | 金返せ | 金を返せ | 返金を求めま | 返金を求めてい |
    返金してくださ | 返金して下さ | うんざり | 失望しまし | 失望してい | 失望しており | 失望しかな | 失望しかありませ |
    がっかりしまし | がっかりしてい | がっかりしており | がっかりです | 不満しかな | 不満しかありませ | 不満だらけ | 不満でいっぱい |
    納得できませ | 納得がいきませ | 納得いきませ`),
  ...each('全く | まったく | 何の', '役に立たな | 役に立ちませ | 役にも立たな | 役にも立ちませ | 納得できな', ''),
  ...each('お金の無駄 | 時間の無駄 | 時間とお金の無駄', 'で | だ', ''),
  ...each('大変 | 非常に | とても | 極めて | 本当に', '不満 | 失望 | がっかり | 遺憾', ''),
  ...each('二度と', '使いたくな | 使わな | 使いませ | 利用したくな | 利用しな | 利用しませ | 頼みませ | 契約しま', ''),
]

/** How somebody feels: theirs only where they say so of themselves, for their customers are often unhappy too. */
const feeling = each(
  'very | extremely | deeply | completely | totally | utterly | absolutely | incredibly | thoroughly',
  'disappointed | dissatisfied | unhappy | unsatisfied | frustrated',
)

/** They go, and say so. */
const going = [
  ...each(each('will | going to | want to | have to | decided to | plan to', leave).join('|'), bonds),
  ...each(each(leaving, 'our | my | this').join('|'), bonds),
  ...each(each('please', 'cancel our | cancel my').join('|'), bonds),
  ...phrases(`leaving you for a competitor | leaving for a competitor | will not renew | won't renew | not going to renew | will not be renewing | won't be renewing |
    are not renewing | decided not to renew`),
  ...each(
    each('switching | moving | will switch | will move | decided to switch | decided to move', 'to').join('|'),
    `a competitor | your competitor | one of your competitors | another provider | another vendor | another supplier |
     another tool | another product`,
  ),
  ...each(
    each("we are | we're | i am | i'm | already | now", 'looking for').join('|'),
    'an alternative | alternatives | another provider | another vendor | another supplier | a replacement',
  ),
  ...each(
    '解約',
    `したい | します | する予定 | する方向 | 予定 | を検討し | を考えて | を決め | することに | の手続きを | 手続きを進め`,
    '',
  ),
  ...each('契約を | 契約は', '打ち切 | 更新しな | 更新しませ', ''),
  ...each('更新しない | 更新を | 更新は', '予定 | ことに | 見送', ''),
  ...each('他社に | 他社へ | 他社製品に | 他社製品へ', '切り替える | 切り替えま | 乗り換える | 乗り換えま', ''),
  ...each('他社への | 他社製品への | 他社サービスへの', '切り替えを | 乗り換えを | 移行を', ''),
  ...phrases('他社製品の検討を始め | 利用をやめたい | 利用をやめます | 利用を中止します | 使うのをやめます'),
]

/** They tell others not to. */
const advice = [
  ...each(
    "do not | don't | would not | wouldn't | will not | won't | cannot | can't | can not | could not | couldn't | never",
    'recommend',
  ),
  ...phrases('stay away from this | stay away from them'),
  ...each(
    'おすすめ | お勧め | お薦め | おすすめは | お勧めは | お薦めは',
    'できな | できませ | できかね | したくな | したくありませ',
    '',
  ),
  ...each('人に | 人には', '勧められな | 薦められな | 勧められませ | 薦められませ | 勧めたくな | 薦めたくな', ''),
]

/** What sounds like it and isn't. */
const falseFriends = phrases(`disappointed to hear | disappointed to lose | disappointed to see | fast and furious |
  recommend enough | worst experience was | alternative to | alternatives to | replacement for | 最悪の場合 | 最悪でも |
  最悪のケース | 最悪の事態 | 最悪の状況 | 最悪、 | 腹が立つほど | うんざりするほど | 不信感を払拭 | 納得できませんでしたら`)

/** Said in the same sentence, it is about others, about earlier, or about what isn't. */
const elsewhere = phrases(`if | would be | would have | could have | i'd be | we'd be | previous* | formerly | our old |
  the old | old system | old tool | old provider | old vendor | used to | before you | before we | before switching |
  compared | unlike | instead of | no longer | last year | until | our other | customers | clients | our users | end users | was about to | were about to | almost | nearly |
  our own | my own | ourselves | is leaving | are leaving us | もし | 導入前 | 導入する前 | 以前 | 前の | 旧 | 昔 | 従来 |
  かつて | 当初 | 最初は | 一時は | なければ | なかったら | なくなったら | 比べ | と違い | と違って | 他社の | 他社は |
  お客様 | お客さま | 顧客 | 取引先 | ユーザーの | ユーザーが | 他の製品 | 他のツール | 他のサービス | 競合 | 社内の | 自社の | 異動 | 退職 | と聞いて`)

/** Others, where it is no matter of going to them. */
const others = phrases(`competitor* | other tool* | other vendor* | other provider* | other supplier* | other product* |
  other system* | others | elsewhere | rival* | excel | spreadsheet*`)

/** With these, advice against is praise, or none to speak of. */
const faint = phrases(`enough | highly | anything else | any other | anyone else | anybody else | else | anything less |
  lightly | often | usually | everyone | everybody | beginners | 以外 | より | 他社に | ライバル | 人によって`)

/** Wherever it stands in the comment: it is over, or was put right. */
const over = phrases(`at first | initially | in the beginning | since then | you fixed | they fixed | was fixed |
  were fixed | got fixed | has been fixed | been resolved | was resolved | sorted it out | turned it around |
  turned things around | made up for | but now | thanks to you | thanks to your | got better | has improved |
  much better now | in the past | years ago | changed our mind | changed my mind | decided to stay | 今では | 今は満足 |
  今は問題 | 今は快適 | 現在は満足 | 現在は問題 | 現在は快適 | おかげ | お陰 | 改善されまし | 改善しまし | 改善していただ |
  解決されまし | 解決しまし | 解決していただ | 解消されまし | 解消しまし | 思いとどま | 踏みとどま | 復旧しまし`)

export type UnhappyList =
  'verdict' | 'feeling' | 'going' | 'advice' | 'friend' | 'elsewhere' | 'others' | 'faint' | 'over'

const lists: Record<UnhappyList, string[]> = {
  verdict,
  feeling,
  going,
  advice,
  friend: falseFriends,
  elsewhere,
  others,
  faint,
  over,
}

/** The lists by which a comment is read, as topics of a matcher. */
export const unhappyLists: RuledTopic[] = Object.entries(lists).map(([id, any]) => ({
  id,
  rules: [{ any, all: [], none: [] }],
}))
