import type { Locale } from '#app/platform/words.ts'
import type { Metric } from '#db/enums/statistics.ts'
import type { Question, Texts, Wording } from '#db/schema/surveys.ts'
import type { ProgramKind } from '#app/surveys/program.ts'

/*
 * The wording a new program starts with. `{company}` stands for the name of the brand that asks.
 * The NPS question keeps its published form, so that scores can be compared with those of others.
 */

type Both = Record<Locale, Wording>

const whyEn =
  'You receive this because you work with {company}. The people who look after your account read every answer, and a person writes back when something is wrong.'
const whyJa =
  '{company} をご利用いただいている皆さまにお送りしています。ご回答は貴社の担当者がすべて拝読し、お困りの点があれば担当者からご連絡いたします。'

const thanksEn = {
  low: 'Thank you for telling us plainly. A person reads this and will come back to you.',
  mid: 'Thank you. What you wrote helps us decide what to improve next.',
  high: 'Thank you, that means a lot to the people who work on this.',
}
const thanksJa = {
  low: '率直なご意見をいただき、ありがとうございます。担当者が必ず拝読し、あらためてご連絡いたします。',
  mid: 'ご回答ありがとうございます。いただいたご意見は、今後の改善に役立ててまいります。',
  high: 'うれしいお言葉をありがとうございます。担当者一同の大きな励みになります。',
}

const nps: Both = {
  en: {
    subject: 'How likely are you to recommend {company}?',
    question: 'How likely is it that you would recommend {company} to a friend or colleague?',
    low: 'Not at all likely',
    high: 'Extremely likely',
    followUp: {
      low: 'What went wrong, and what should we put right first?',
      mid: 'What would make us better for you?',
      high: 'What do you value most about us?',
    },
    thanks: thanksEn,
    why: whyEn,
  },
  ja: {
    subject: '{company} についてのご意見をお聞かせください',
    question: '{company} を親しい方や同僚の方にお薦めする可能性は、どのくらいありますか。',
    low: 'まったく薦めたくない',
    high: 'ぜひ薦めたい',
    followUp: {
      low: 'ご期待に沿えなかった点と、最初に改善すべき点をお聞かせください。',
      mid: 'どのような点が良くなれば、さらにご満足いただけますか。',
      high: '特にお気に召している点をお聞かせください。',
    },
    thanks: thanksJa,
    why: whyJa,
  },
}

const npsTransactional: Both = {
  en: {
    ...nps.en,
    subject: 'After our latest work together: would you recommend {company}?',
    question:
      'After your latest experience with us, how likely is it that you would recommend {company} to a friend or colleague?',
  },
  ja: {
    ...nps.ja,
    subject: '先日のご利用について、ご意見をお聞かせください',
    question: '先日のご利用をふまえて、{company} を親しい方や同僚の方にお薦めする可能性は、どのくらいありますか。',
  },
}

const csat: Both = {
  en: {
    subject: 'How satisfied are you with {company}?',
    question: 'Overall, how satisfied are you with {company}?',
    low: 'Very dissatisfied',
    high: 'Very satisfied',
    followUp: {
      low: 'What disappointed you most?',
      mid: 'What was missing for you to be satisfied?',
      high: 'What did we do especially well?',
    },
    thanks: thanksEn,
    why: whyEn,
  },
  ja: {
    subject: '{company} のご満足度についてのお伺い',
    question: '{company} について、全体としてどのくらいご満足いただけていますか。',
    low: 'とても不満',
    high: 'とても満足',
    followUp: {
      low: '特にご不満に感じられた点をお聞かせください。',
      mid: 'ご満足いただくために足りなかった点をお聞かせください。',
      high: '特に良かった点をお聞かせください。',
    },
    thanks: thanksJa,
    why: whyJa,
  },
}

const csatTransactional: Both = {
  en: {
    ...csat.en,
    subject: 'How did we do?',
    question: 'How satisfied are you with the help you just received from {company}?',
    why: 'You receive this because you were recently in touch with {company}. The people who helped you read every answer.',
  },
  ja: {
    ...csat.ja,
    subject: '先日のお問い合わせについてのお伺い',
    question: '先日の {company} の対応について、どのくらいご満足いただけましたか。',
    why: '先日 {company} にお問い合わせいただいた方にお送りしています。ご回答は対応した担当者がすべて拝読いたします。',
  },
}

const ces: Both = {
  en: {
    subject: 'Did {company} make it easy for you?',
    question: '{company} makes it easy for me to get my work done.',
    low: 'Strongly disagree',
    high: 'Strongly agree',
    followUp: {
      low: 'What cost you the most effort?',
      mid: 'What could be simpler?',
      high: 'What did you find especially easy?',
    },
    thanks: thanksEn,
    why: whyEn,
  },
  ja: {
    subject: '{company} の使いやすさについてのお伺い',
    question: '{company} のおかげで、業務を手間なく進められている。',
    low: 'まったくそう思わない',
    high: 'とてもそう思う',
    followUp: {
      low: '特に手間がかかった点をお聞かせください。',
      mid: 'もっと簡単になるとよい点をお聞かせください。',
      high: '特に簡単だと感じられた点をお聞かせください。',
    },
    thanks: thanksJa,
    why: whyJa,
  },
}

const cesTransactional: Both = {
  en: {
    ...ces.en,
    question: '{company} made it easy for me to handle my issue.',
    why: csatTransactional.en.why,
  },
  ja: {
    ...ces.ja,
    question: '{company} のおかげで、今回の用件を手間なく解決できた。',
    why: csatTransactional.ja.why,
  },
}

const standard: Record<Metric, Record<ProgramKind, Both>> = {
  nps: { relationship: nps, transactional: npsTransactional },
  csat: { relationship: csat, transactional: csatTransactional },
  ces: { relationship: ces, transactional: cesTransactional },
}

/** The words a new program of this metric and kind starts with, in every language. */
export const standardWording = (metric: Metric, kind: ProgramKind): Both => structuredClone(standard[metric][kind])

/** A text of a wording with its variables filled. An unknown variable stays as it was written. */
export const fillText = (text: string, values: { company: string }): string =>
  text.replaceAll('{company}', () => values.company)

/** A whole wording with its variables filled. */
export function fillWording(wording: Wording, values: { company: string }): Wording {
  const fill = (text: string) => fillText(text, values)
  return {
    subject: fill(wording.subject),
    question: fill(wording.question),
    low: fill(wording.low),
    high: fill(wording.high),
    followUp: { low: fill(wording.followUp.low), mid: fill(wording.followUp.mid), high: fill(wording.followUp.high) },
    thanks: { low: fill(wording.thanks.low), mid: fill(wording.thanks.mid), high: fill(wording.thanks.high) },
    why: fill(wording.why),
  }
}

/** A question with its variables filled, in every language. */
export function fillQuestion(question: Question, values: { company: string }): Question {
  const fill = (words: Texts): Texts =>
    Object.fromEntries(
      Object.entries(words).flatMap(([language, text]) => (text ? [[language, fillText(text, values)]] : [])),
    ) as Texts
  const options = question.options?.map((option) => ({ ...option, words: fill(option.words) }))
  return { ...question, words: fill(question.words), ...(options && { options }) }
}
