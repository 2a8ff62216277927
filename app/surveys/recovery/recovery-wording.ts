import type { Wordings } from '#db/schema/surveys.ts'

/**
 * The words of the one question that is asked after a case. People of other languages get them in English, as with every
 * survey that doesn't speak their language.
 */
export const recoveryWording: Wordings = {
  en: {
    subject: 'Have we put this right for you?',
    question: 'You told us that something was wrong. Have we put this right for you?',
    low: 'Not at all',
    high: 'Completely',
    followUp: {
      low: 'What is still wrong?',
      mid: 'What is still missing?',
      high: 'Is there anything else we should know?',
    },
    thanks: {
      low: 'Thank you for telling us. We are taking it up again, and a person will come back to you.',
      mid: 'Thank you for telling us. We are taking it up again, and a person will come back to you.',
      high: 'Thank you. It is good to know that this is put right.',
    },
    why: 'You receive this one question because you told {company} that something was wrong, and we believe that it is solved. The people who worked on it read your answer; it counts in no score.',
  },
  ja: {
    subject: '先日のご指摘について、その後いかがでしょうか',
    question: '先日お知らせいただいた件は、ご納得のいく形で解決しましたでしょうか。',
    low: 'まったく解決していない',
    high: '十分に解決した',
    followUp: {
      low: 'まだ解決していない点をお聞かせください。',
      mid: 'まだ足りない点をお聞かせください。',
      high: 'ほかにお気づきの点がございましたら、お聞かせください。',
    },
    thanks: {
      low: 'お知らせいただき、ありがとうございます。あらためて対応し、担当者よりご連絡いたします。',
      mid: 'お知らせいただき、ありがとうございます。あらためて対応し、担当者よりご連絡いたします。',
      high: 'ご回答ありがとうございます。解決をご確認いただけて何よりです。',
    },
    why: '以前 {company} にお寄せいただいたご指摘への対応が完了したため、1 問だけ確認のご案内をお送りしています。ご回答は対応した担当者が読み、満足度などの集計には含まれません。',
  },
}

/** What the program is called wherever an answer to it is shown. */
export const recoveryName = { en: 'Follow-up question', ja: '対応後の確認' }
