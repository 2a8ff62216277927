import type { Standard } from '#app/surveys/wordings/standard.ts'

export const nl: Standard = {
  why: 'U ontvangt dit bericht omdat u met {company} samenwerkt. Uw contactpersonen lezen elk antwoord, en als er iets niet goed gaat, schrijft een van hen u terug.',
  whyTransactional:
    'U ontvangt dit bericht omdat u onlangs contact had met {company}. De mensen die u hebben geholpen, lezen elk antwoord.',
  thanks: {
    low: 'Hartelijk dank voor uw openhartigheid. Iemand leest uw antwoord en komt bij u terug.',
    mid: 'Hartelijk dank. Uw antwoord helpt ons te bepalen wat wij als eerste verbeteren.',
    high: 'Hartelijk dank, dat betekent veel voor de mensen die hieraan werken.',
  },
  nps: {
    subject: 'Zou u {company} aanbevelen?',
    question: 'Hoe waarschijnlijk is het dat u {company} zou aanbevelen aan een vriend of collega?',
    low: 'Zeer onwaarschijnlijk',
    high: 'Zeer waarschijnlijk',
    followUp: {
      low: 'Wat ging er mis en wat moeten wij als eerste verbeteren?',
      mid: 'Wat zou ons voor u beter maken?',
      high: 'Wat waardeert u het meest aan ons?',
    },
    transactional: {
      subject: 'Na onze laatste samenwerking: zou u {company} aanbevelen?',
      question:
        'Hoe waarschijnlijk is het, na uw laatste ervaring met ons, dat u {company} zou aanbevelen aan een vriend of collega?',
    },
  },
  csat: {
    subject: 'Hoe tevreden bent u over {company}?',
    question: 'Hoe tevreden bent u in het algemeen over {company}?',
    low: 'Zeer ontevreden',
    high: 'Zeer tevreden',
    followUp: {
      low: 'Wat heeft u het meest teleurgesteld?',
      mid: 'Wat ontbrak er om u tevreden te stellen?',
      high: 'Wat hebben wij bijzonder goed gedaan?',
    },
    transactional: {
      subject: 'Hoe hebben wij u geholpen?',
      question: 'Hoe tevreden bent u over de hulp die u zojuist van {company} hebt gekregen?',
    },
  },
  ces: {
    subject: 'Heeft {company} het u makkelijk gemaakt?',
    question: '{company} maakt het mij makkelijk om mijn werk te doen.',
    low: 'Helemaal mee oneens',
    high: 'Helemaal mee eens',
    followUp: {
      low: 'Wat kostte u de meeste moeite?',
      mid: 'Wat zou eenvoudiger kunnen?',
      high: 'Wat vond u bijzonder makkelijk?',
    },
    transactional: { question: '{company} heeft het mij makkelijk gemaakt om mijn vraag op te lossen.' },
  },
}
