import type { Standard } from '#app/surveys/wordings/standard.ts'

export const de: Standard = {
  why: 'Sie erhalten diese Nachricht, weil Sie mit {company} zusammenarbeiten. Ihre Ansprechpartner bei uns lesen jede Antwort, und wenn etwas nicht stimmt, meldet sich ein Mensch bei Ihnen.',
  whyTransactional:
    'Sie erhalten diese Nachricht, weil Sie kürzlich mit {company} in Kontakt waren. Wer Ihnen geholfen hat, liest jede Antwort.',
  thanks: {
    low: 'Vielen Dank für Ihre offenen Worte. Ein Mensch liest Ihre Antwort und meldet sich bei Ihnen.',
    mid: 'Vielen Dank. Ihre Antwort hilft uns zu entscheiden, was wir als Nächstes verbessern.',
    high: 'Vielen Dank, das bedeutet den Menschen, die daran arbeiten, sehr viel.',
  },
  nps: {
    subject: 'Wie wahrscheinlich ist es, dass Sie {company} weiterempfehlen?',
    question: 'Wie wahrscheinlich ist es, dass Sie {company} einem Freund oder Kollegen weiterempfehlen?',
    low: 'Äußerst unwahrscheinlich',
    high: 'Äußerst wahrscheinlich',
    followUp: {
      low: 'Was ist schiefgelaufen, und was sollten wir als Erstes in Ordnung bringen?',
      mid: 'Was würde uns für Sie besser machen?',
      high: 'Was schätzen Sie an uns am meisten?',
    },
    transactional: {
      subject: 'Nach unserer letzten Zusammenarbeit: Würden Sie {company} weiterempfehlen?',
      question:
        'Wie wahrscheinlich ist es nach Ihrer letzten Erfahrung mit uns, dass Sie {company} einem Freund oder Kollegen weiterempfehlen?',
    },
  },
  csat: {
    subject: 'Wie zufrieden sind Sie mit {company}?',
    question: 'Wie zufrieden sind Sie insgesamt mit {company}?',
    low: 'Sehr unzufrieden',
    high: 'Sehr zufrieden',
    followUp: {
      low: 'Was hat Sie am meisten enttäuscht?',
      mid: 'Was hat zu Ihrer Zufriedenheit gefehlt?',
      high: 'Was haben wir besonders gut gemacht?',
    },
    transactional: {
      subject: 'Wie haben wir Ihnen geholfen?',
      question: 'Wie zufrieden sind Sie mit der Hilfe, die Sie gerade von {company} erhalten haben?',
    },
  },
  ces: {
    subject: 'Hat {company} es Ihnen leicht gemacht?',
    question: '{company} macht es mir leicht, meine Arbeit zu erledigen.',
    low: 'Stimme überhaupt nicht zu',
    high: 'Stimme voll und ganz zu',
    followUp: {
      low: 'Was hat Sie am meisten Mühe gekostet?',
      mid: 'Was könnte einfacher sein?',
      high: 'Was fanden Sie besonders einfach?',
    },
    transactional: { question: '{company} hat es mir leicht gemacht, mein Anliegen zu klären.' },
  },
}
