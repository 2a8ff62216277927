import type { Standard } from '#app/surveys/wordings/standard.ts'

export const zhHans: Standard = {
  why: '您收到此邀请，是因为您正在与 {company} 合作。负责您业务的同事会阅读每一份回答；如有不妥之处，会有专人回复您。',
  whyTransactional: '您收到此邀请，是因为您最近与 {company} 有过联系。为您提供帮助的同事会阅读每一份回答。',
  thanks: {
    low: '感谢您的坦诚。我们会有专人阅读您的回答并与您联系。',
    mid: '感谢您。您的回答有助于我们决定接下来改进什么。',
    high: '感谢您，这对每一位为此付出的同事都意义重大。',
  },
  nps: {
    subject: '您有多大可能推荐 {company}？',
    question: '您有多大可能会向朋友或同事推荐 {company}？',
    low: '完全不可能',
    high: '极有可能',
    followUp: {
      low: '哪里出了问题？我们应该首先改正什么？',
      mid: '我们怎样才能做得更好？',
      high: '您最看重我们的哪一点？',
    },
    transactional: {
      subject: '关于我们最近的合作：您会推荐 {company} 吗？',
      question: '根据您最近一次与我们合作的体验，您有多大可能会向朋友或同事推荐 {company}？',
    },
  },
  csat: {
    subject: '您对 {company} 的满意度如何？',
    question: '总体而言，您对 {company} 的满意度如何？',
    low: '非常不满意',
    high: '非常满意',
    followUp: { low: '最让您失望的是什么？', mid: '还缺少什么才能让您满意？', high: '我们哪些方面做得特别好？' },
    transactional: { subject: '我们的服务如何？', question: '您对 {company} 刚刚为您提供的帮助满意吗？' },
  },
  ces: {
    subject: '{company} 是否让您感到轻松便捷？',
    question: '{company} 让我能够轻松完成工作。',
    low: '非常不同意',
    high: '非常同意',
    followUp: { low: '哪一点最费您的精力？', mid: '哪些方面可以更简单？', high: '您觉得哪些方面特别容易？' },
    transactional: { question: '{company} 让我轻松地解决了问题。' },
  },
}
