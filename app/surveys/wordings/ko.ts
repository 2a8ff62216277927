import type { Standard } from '#app/surveys/wordings/standard.ts'

export const ko: Standard = {
  why: '{company}와(과) 함께해 주시는 고객님께 보내 드리는 메시지입니다. 모든 응답은 담당자가 직접 읽으며, 불편하신 점이 있으면 담당자가 연락드립니다.',
  whyTransactional:
    '최근 {company}에 문의하신 고객님께 보내 드리는 메시지입니다. 모든 응답은 도와 드린 담당자가 직접 읽습니다.',
  thanks: {
    low: '솔직한 의견을 주셔서 감사합니다. 담당자가 직접 읽고 연락드리겠습니다.',
    mid: '감사합니다. 보내 주신 의견은 앞으로의 개선에 반영하겠습니다.',
    high: '감사합니다. 일하는 모든 직원에게 큰 힘이 됩니다.',
  },
  nps: {
    subject: '{company} 추천 의향에 대해 여쭙니다',
    question: '{company}을(를) 친구나 동료에게 추천하실 의향이 얼마나 있으십니까?',
    low: '전혀 추천하지 않음',
    high: '적극 추천함',
    followUp: {
      low: '어떤 점이 문제였으며, 무엇을 가장 먼저 바로잡아야 합니까?',
      mid: '어떤 점이 나아지면 좋겠습니까?',
      high: '어떤 점이 가장 마음에 드십니까?',
    },
    transactional: {
      subject: '최근 이용 경험에 대해 여쭙니다: {company}을(를) 추천하시겠습니까?',
      question: '최근 이용 경험에 비추어, {company}을(를) 친구나 동료에게 추천하실 의향이 얼마나 있으십니까?',
    },
  },
  csat: {
    subject: '{company}에 얼마나 만족하십니까?',
    question: '전반적으로 {company}에 얼마나 만족하십니까?',
    low: '매우 불만족',
    high: '매우 만족',
    followUp: {
      low: '어떤 점이 가장 실망스러우셨습니까?',
      mid: '만족하시기에 부족했던 점은 무엇입니까?',
      high: '저희가 특히 잘한 점은 무엇입니까?',
    },
    transactional: {
      subject: '저희의 도움은 어떠셨습니까?',
      question: '이번에 {company}에서 받으신 도움에 얼마나 만족하십니까?',
    },
  },
  ces: {
    subject: '{company}, 이용하시기 쉬웠습니까?',
    question: '{company} 덕분에 내 업무를 쉽게 처리할 수 있다.',
    low: '전혀 그렇지 않다',
    high: '매우 그렇다',
    followUp: {
      low: '어떤 점이 가장 힘드셨습니까?',
      mid: '어떤 점이 더 간단해지면 좋겠습니까?',
      high: '특히 쉽다고 느끼신 점은 무엇입니까?',
    },
    transactional: { question: '{company} 덕분에 내 문제를 쉽게 해결할 수 있었다.' },
  },
}
