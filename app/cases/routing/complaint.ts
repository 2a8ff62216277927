import { TopicMatcher } from '#app/responses/topics/topic-matcher.ts'

const list = (text: string) =>
  text
    .split('|')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter(Boolean)

const people = ['account manager', 'account rep', 'account executive', 'contact person', 'sales rep', 'csm', 'rep']
const failings = `is rude | was rude | is unhelpful | is unresponsive | was unresponsive | is useless | is arrogant |
  never answers | never replies | never responds | never calls | never gets back | does not reply | does not respond |
  does not answer | does not care | does not listen | doesn't reply | doesn't respond | doesn't answer | doesn't care |
  doesn't listen | ignores | ignored | is never available | is incompetent | lied | makes promises`

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
      {
        any: list(`担当者の態度 | 担当の態度 | 営業の態度 | 担当者の対応が | 担当者の対応に | 担当の対応が悪 | 営業の対応が |
          担当者が不親切 | 担当者が失礼 | 担当者が頼りない | 担当者の知識が | 担当者から返信がな | 担当者から返事がな |
          担当者から連絡がな | 担当者から回答がな | 担当者に不満 | 担当者への不満 | 担当者が信頼でき | 担当者を信頼でき |
          担当者を変え | 担当者を代え | 担当者を替え | 担当を変えて | 担当を代えて | 担当を替えて | 担当者の変更を |
          担当変更を希望 | 担当者のレスポンスが遅 | 担当者の返信が遅 | 担当者の返事が遅 | 担当者の連絡が遅 | 担当者の対応が遅 |
          担当者が話を聞 | 担当者と連絡が取れ | 担当者と連絡がとれ | 担当者に連絡しても | 担当者に伝えても`),
        all: [],
        none: list(
          '担当者の対応が良 | 担当者の対応がよ | 担当者の対応が素晴 | 担当者の対応が丁寧 | 担当者の対応が早 | 担当者の対応に満足 | 担当者の対応に感謝',
        ),
      },
    ],
  },
])

/** Whether a customer's words complain about their contact person. */
export const complainsAboutOwner = (words: string): boolean => matcher.topicsOf(words).size > 0
