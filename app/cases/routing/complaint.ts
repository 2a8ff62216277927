import { eachPhrase, phrases as list } from '#app/responses/topics/phrase-list.ts'
import { TopicMatcher } from '#app/responses/topics/topic-matcher.ts'

const people = ['account manager', 'account rep', 'account executive', 'contact person', 'sales rep', 'csm', 'rep']
const failings = `is rude | was rude | is unhelpful | is unresponsive | was unresponsive | is useless | is arrogant |
  never answers | never replies | never responds | never calls | never gets back | does not reply | does not respond |
  does not answer | does not care | does not listen | doesn't reply | doesn't respond | doesn't answer | doesn't care |
  doesn't listen | ignores | ignored | is never available | is incompetent | lied | makes promises`

/** What could end as praise has its bad endings written out. */
const each = (beginnings: string, endings: string) => eachPhrase(list(beginnings), list(endings))

const isMissing = 'がな | がありませ | が来な | が来ませ'
const bad = '悪 | ひど | 酷 | 遅 | 雑 | 冷た | 横柄 | 失礼 | 不親切 | 不誠実 | 不十分 | いい加減 | 良くな | よくな'
const inJapanese = [
  ...each('担当者の態度が | 担当の態度が | 営業の態度が | 担当者の対応が | 担当の対応が | 営業の対応が', bad),
  ...each('担当者の態度に | 担当者の対応に | 担当の対応に | 営業の対応に', '不満 | 問題 | 失望 | がっかり | 誠意がな'),
  ...each('担当者の知識が', '不足 | 足りな | 足りま | 浅 | 乏し | 無い | ない | なく | なさ | ありませ'),
  ...each('担当者から返信 | 担当者から返事 | 担当者から連絡 | 担当者から回答', isMissing),
  ...each('担当者が | 担当が', '不親切 | 失礼な | 失礼で | 失礼だ | 頼りな | 信頼できな | 信頼できませ'),
  ...each('担当者', 'に不満 | への不満 | を信頼できな | を信頼できませ'),
  ...each(
    '担当者を変え | 担当者を代え | 担当者を替え | 担当を変え | 担当を代え | 担当を替え',
    'てくださ | て下さ | てほし | て欲し | てもらい | ていただ | て頂 | たい',
  ),
  ...list('担当者の変更を希望 | 担当者の変更をお願 | 担当変更を希望'),
  ...each('担当者のレスポンスが | 担当者の返信が | 担当者の返事が | 担当者の連絡が', '遅'),
  ...each('担当者が話を聞', 'かな | いてくれな | いてくれませ | いてもらえな | いてもらえませ'),
  ...each('担当者と連絡が', '取れな | 取れませ | とれな | とれませ | 取りづら | つかな | つきませ'),
  ...each(
    '担当者に連絡しても | 担当者に伝えても',
    `無視 | 音沙汰 | 改善されな | 対応されな | 対応してくれな | 対応してもらえな | 動いてくれな | 伝わらな | つながらな |
    返事がな | 返事が来な | 返信がな | 返信が来な`,
  ),
]

/**
 * Words in which customers complain about the person who looks after them, few and plain: what they miss is read by that
 * person as any other complaint, what they find wrongly only goes to a lead.
 */
const matcher = new TopicMatcher([
  {
    id: 'complaint',
    rules: [
      {
        any: [
          ...people.flatMap((person) => list(failings).map((failing) => `${person} ${failing}`)),
          ...people
            .slice(0, 5)
            .flatMap((person) => [`another ${person}`, `different ${person}`, `change our ${person}`]),
          ...list('our contact never | our contact does not | our contact is rude | replace our contact'),
        ],
        all: [],
        none: [],
      },
      { any: inJapanese, all: [], none: [] },
    ],
  },
])

/** Whether a customer's words complain about their contact person. */
export const complainsAboutOwner = (words: string): boolean => matcher.topicsOf(words).size > 0
