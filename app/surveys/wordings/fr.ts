import type { Standard } from '#app/surveys/wordings/standard.ts'

export const fr: Standard = {
  why: 'Vous recevez ce message parce que vous travaillez avec {company}. Vos interlocuteurs lisent chaque réponse, et une personne vous répond lorsque quelque chose ne va pas.',
  whyTransactional:
    'Vous recevez ce message parce que vous avez récemment été en contact avec {company}. Les personnes qui vous ont aidé lisent chaque réponse.',
  thanks: {
    low: 'Merci de votre franchise. Une personne lira votre réponse et reviendra vers vous.',
    mid: 'Merci. Votre réponse nous aide à décider de nos prochaines améliorations.',
    high: 'Merci, cela compte beaucoup pour toutes les personnes qui y travaillent.',
  },
  nps: {
    subject: 'Recommanderiez-vous {company} ?',
    question: 'Quelle est la probabilité que vous recommandiez {company} à un ami ou à un collègue ?',
    low: 'Pas du tout probable',
    high: 'Extrêmement probable',
    followUp: {
      low: 'Qu’est-ce qui n’a pas été, et que devrions-nous corriger en premier ?',
      mid: 'Que pourrions-nous améliorer pour vous ?',
      high: 'Qu’appréciez-vous le plus chez nous ?',
    },
    transactional: {
      subject: 'Après nos derniers échanges : recommanderiez-vous {company} ?',
      question:
        'Après votre dernière expérience avec nous, quelle est la probabilité que vous recommandiez {company} à un ami ou à un collègue ?',
    },
  },
  csat: {
    subject: 'Quel est votre niveau de satisfaction à l’égard de {company} ?',
    question: 'Dans l’ensemble, quel est votre niveau de satisfaction à l’égard de {company} ?',
    low: 'Très insatisfait',
    high: 'Très satisfait',
    followUp: {
      low: 'Qu’est-ce qui vous a le plus déçu ?',
      mid: 'Qu’a-t-il manqué pour que vous soyez satisfait ?',
      high: 'Qu’avons-nous particulièrement bien fait ?',
    },
    transactional: {
      subject: 'Avons-nous bien répondu à votre demande ?',
      question: 'Quel est votre niveau de satisfaction concernant l’aide que vous venez de recevoir de {company} ?',
    },
  },
  ces: {
    subject: '{company} vous a-t-il facilité la tâche ?',
    question: '{company} me permet de faire facilement mon travail.',
    low: 'Pas du tout d’accord',
    high: 'Tout à fait d’accord',
    followUp: {
      low: 'Qu’est-ce qui vous a demandé le plus d’efforts ?',
      mid: 'Qu’est-ce qui pourrait être plus simple ?',
      high: 'Qu’avez-vous trouvé particulièrement facile ?',
    },
    transactional: { question: '{company} m’a permis de traiter facilement ma demande.' },
  },
}
