import type { Standard } from '#app/surveys/wordings/standard.ts'

export const en: Standard = {
  why: 'You receive this because you work with {company}. The people who look after your account read every answer, and a person writes back when something is wrong.',
  whyTransactional:
    'You receive this because you were recently in touch with {company}. The people who helped you read every answer.',
  thanks: {
    low: 'Thank you for telling us plainly. A person reads this and will come back to you.',
    mid: 'Thank you. What you wrote helps us decide what to improve next.',
    high: 'Thank you, that means a lot to the people who work on this.',
  },
  nps: {
    subject: 'How likely are you to recommend {company}?',
    question: 'How likely is it that you would recommend {company} to a friend or colleague?',
    low: 'Not at all likely',
    high: 'Extremely likely',
    followUp: {
      low: 'What went wrong, and what should we put right first?',
      mid: 'What would make us better for you?',
      high: 'What do you value most about us?',
    },
    transactional: {
      subject: 'After our latest work together: would you recommend {company}?',
      question:
        'After your latest experience with us, how likely is it that you would recommend {company} to a friend or colleague?',
    },
  },
  csat: {
    subject: 'How satisfied are you with {company}?',
    question: 'Overall, how satisfied are you with {company}?',
    low: 'Very dissatisfied',
    high: 'Very satisfied',
    followUp: {
      low: 'What disappointed you most?',
      mid: 'What was missing for you to be satisfied?',
      high: 'What did we do especially well?',
    },
    transactional: {
      subject: 'How did we do?',
      question: 'How satisfied are you with the help you just received from {company}?',
    },
  },
  ces: {
    subject: 'Did {company} make it easy for you?',
    question: '{company} makes it easy for me to get my work done.',
    low: 'Strongly disagree',
    high: 'Strongly agree',
    followUp: {
      low: 'What cost you the most effort?',
      mid: 'What could be simpler?',
      high: 'What did you find especially easy?',
    },
    transactional: { question: '{company} made it easy for me to handle my issue.' },
  },
}
