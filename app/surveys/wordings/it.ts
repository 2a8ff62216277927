import type { Standard } from '#app/surveys/wordings/standard.ts'

export const it: Standard = {
  why: 'Riceve questo messaggio perché collabora con {company}. Le persone che La seguono leggono ogni risposta e, quando qualcosa non va, Le scrivono personalmente.',
  whyTransactional:
    'Riceve questo messaggio perché di recente ha avuto contatti con {company}. Le persone che L’hanno assistita leggono ogni risposta.',
  thanks: {
    low: 'Grazie per la Sua franchezza. Una persona leggerà la risposta e La ricontatterà.',
    mid: 'Grazie. La Sua risposta ci aiuta a decidere che cosa migliorare.',
    high: 'Grazie, per le persone che ci lavorano significa molto.',
  },
  nps: {
    subject: 'Consiglierebbe {company}?',
    question: 'Con quale probabilità consiglierebbe {company} a un amico o a un collega?',
    low: 'Per nulla probabile',
    high: 'Estremamente probabile',
    followUp: {
      low: 'Che cosa non ha funzionato e che cosa dovremmo sistemare per prima?',
      mid: 'Che cosa potremmo migliorare per Lei?',
      high: 'Che cosa apprezza di più di noi?',
    },
    transactional: {
      subject: 'Dopo il nostro ultimo lavoro insieme: consiglierebbe {company}?',
      question:
        'Dopo la Sua ultima esperienza con noi, con quale probabilità consiglierebbe {company} a un amico o a un collega?',
    },
  },
  csat: {
    subject: 'Qual è il Suo grado di soddisfazione per {company}?',
    question: 'Nel complesso, qual è il Suo grado di soddisfazione nei confronti di {company}?',
    low: 'Molto insoddisfatto',
    high: 'Molto soddisfatto',
    followUp: {
      low: 'Che cosa L’ha delusa di più?',
      mid: 'Che cosa è mancato per la Sua soddisfazione?',
      high: 'Che cosa abbiamo fatto particolarmente bene?',
    },
    transactional: {
      subject: 'Come è stata la nostra assistenza?',
      question: 'Qual è il Suo grado di soddisfazione per l’aiuto appena ricevuto da {company}?',
    },
  },
  ces: {
    subject: '{company} Le ha reso le cose facili?',
    question: '{company} mi rende facile svolgere il mio lavoro.',
    low: 'Completamente in disaccordo',
    high: 'Completamente d’accordo',
    followUp: {
      low: 'Che cosa Le è costato più fatica?',
      mid: 'Che cosa potrebbe essere più semplice?',
      high: 'Che cosa ha trovato particolarmente facile?',
    },
    transactional: { question: '{company} mi ha reso facile gestire la mia richiesta.' },
  },
}
