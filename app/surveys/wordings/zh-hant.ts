import type { Standard } from '#app/surveys/wordings/standard.ts'

export const zhHant: Standard = {
  why: '您收到此邀請，是因為您正與 {company} 合作。負責您業務的同仁會閱讀每一份回答；若有不妥之處，將有專人回覆您。',
  whyTransactional: '您收到此邀請，是因為您最近與 {company} 有過聯繫。協助您的同仁會閱讀每一份回答。',
  thanks: {
    low: '感謝您的坦誠。我們將有專人閱讀您的回答並與您聯繫。',
    mid: '感謝您。您的回答有助於我們決定接下來要改善什麼。',
    high: '感謝您，這對每一位為此付出的同仁都意義重大。',
  },
  nps: {
    subject: '您有多大可能推薦 {company}？',
    question: '您有多大可能會向朋友或同事推薦 {company}？',
    low: '完全不可能',
    high: '極有可能',
    followUp: {
      low: '哪裡出了問題？我們應該先改正什麼？',
      mid: '我們怎樣才能做得更好？',
      high: '您最看重我們的哪一點？',
    },
    transactional: {
      subject: '關於我們最近的合作：您會推薦 {company} 嗎？',
      question: '根據您最近一次與我們合作的經驗，您有多大可能會向朋友或同事推薦 {company}？',
    },
  },
  csat: {
    subject: '您對 {company} 的滿意度如何？',
    question: '整體而言，您對 {company} 的滿意度如何？',
    low: '非常不滿意',
    high: '非常滿意',
    followUp: { low: '最讓您失望的是什麼？', mid: '還缺少什麼才能讓您滿意？', high: '我們哪些方面做得特別好？' },
    transactional: { subject: '我們的服務如何？', question: '您對 {company} 剛才提供的協助滿意嗎？' },
  },
  ces: {
    subject: '{company} 是否讓您感到輕鬆便利？',
    question: '{company} 讓我能夠輕鬆完成工作。',
    low: '非常不同意',
    high: '非常同意',
    followUp: { low: '哪一點最耗費您的心力？', mid: '哪些方面可以更簡單？', high: '您覺得哪些方面特別容易？' },
    transactional: { question: '{company} 讓我輕鬆地解決了問題。' },
  },
}
