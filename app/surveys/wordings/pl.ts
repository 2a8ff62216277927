import type { Standard } from '#app/surveys/wordings/standard.ts'

export const pl: Standard = {
  why: 'Otrzymują Państwo tę wiadomość, ponieważ współpracują Państwo z {company}. Opiekunowie Państwa firmy czytają każdą odpowiedź, a gdy coś jest nie tak, kontaktują się osobiście.',
  whyTransactional:
    'Otrzymują Państwo tę wiadomość, ponieważ niedawno kontaktowali się Państwo z {company}. Osoby, które Państwu pomagały, czytają każdą odpowiedź.',
  thanks: {
    low: 'Dziękujemy za szczerość. Ktoś z nas przeczyta tę odpowiedź i skontaktuje się z Państwem.',
    mid: 'Dziękujemy. Ta odpowiedź pomoże nam zdecydować, co poprawić w następnej kolejności.',
    high: 'Dziękujemy, to bardzo wiele znaczy dla osób, które nad tym pracują.',
  },
  nps: {
    subject: 'Czy polecą Państwo {company}?',
    question: 'Jak bardzo prawdopodobne jest, że polecą Państwo {company} znajomym lub współpracownikom?',
    low: 'Zupełnie nieprawdopodobne',
    high: 'Niezwykle prawdopodobne',
    followUp: {
      low: 'Co poszło nie tak i co powinniśmy poprawić w pierwszej kolejności?',
      mid: 'Co moglibyśmy dla Państwa poprawić?',
      high: 'Co najbardziej u nas Państwo cenią?',
    },
    transactional: {
      subject: 'Po naszej ostatniej współpracy: czy polecą Państwo {company}?',
      question:
        'Po ostatnich doświadczeniach z nami, jak bardzo prawdopodobne jest, że polecą Państwo {company} znajomym lub współpracownikom?',
    },
  },
  csat: {
    subject: 'Jak bardzo są Państwo zadowoleni z {company}?',
    question: 'Jak bardzo są Państwo ogólnie zadowoleni z {company}?',
    low: 'Całkowity brak zadowolenia',
    high: 'Pełne zadowolenie',
    followUp: {
      low: 'Co najbardziej Państwa rozczarowało?',
      mid: 'Czego zabrakło do Państwa zadowolenia?',
      high: 'Co zrobiliśmy szczególnie dobrze?',
    },
    transactional: {
      subject: 'Jak ocenią Państwo naszą pomoc?',
      question: 'Jak bardzo są Państwo zadowoleni z pomocy, którą właśnie otrzymali Państwo od {company}?',
    },
  },
  ces: {
    subject: 'Czy {company} ułatwia Państwu pracę?',
    question: '{company} ułatwia mi wykonywanie mojej pracy.',
    low: 'Zdecydowanie się nie zgadzam',
    high: 'Zdecydowanie się zgadzam',
    followUp: {
      low: 'Co wymagało od Państwa najwięcej wysiłku?',
      mid: 'Co mogłoby być prostsze?',
      high: 'Co było szczególnie łatwe?',
    },
    transactional: { question: '{company} ułatwiło mi załatwienie mojej sprawy.' },
  },
}
