import type { Standard } from '#app/surveys/wordings/standard.ts'

export const es: Standard = {
  why: 'Recibe este mensaje porque trabaja con {company}. Las personas que atienden su cuenta leen todas las respuestas y, cuando algo no va bien, una de ellas le escribe.',
  whyTransactional:
    'Recibe este mensaje porque recientemente estuvo en contacto con {company}. Las personas que le atendieron leen todas las respuestas.',
  thanks: {
    low: 'Gracias por su franqueza. Una persona leerá su respuesta y se pondrá en contacto con usted.',
    mid: 'Gracias. Su respuesta nos ayuda a decidir qué mejorar a continuación.',
    high: 'Gracias, significa mucho para las personas que trabajan en ello.',
  },
  nps: {
    subject: '¿Recomendaría {company}?',
    question: '¿Qué probabilidad hay de que recomiende {company} a un amigo o colega?',
    low: 'Nada probable',
    high: 'Extremadamente probable',
    followUp: {
      low: '¿Qué ha fallado y qué deberíamos corregir primero?',
      mid: '¿Qué podríamos mejorar para usted?',
      high: '¿Qué es lo que más valora de nosotros?',
    },
    transactional: {
      subject: 'Tras nuestro último trabajo juntos: ¿recomendaría {company}?',
      question:
        'Después de su última experiencia con nosotros, ¿qué probabilidad hay de que recomiende {company} a un amigo o colega?',
    },
  },
  csat: {
    subject: '¿Cuál es su grado de satisfacción con {company}?',
    question: 'En general, ¿cuál es su grado de satisfacción con {company}?',
    low: 'Muy insatisfecho',
    high: 'Muy satisfecho',
    followUp: {
      low: '¿Qué fue lo que más le decepcionó?',
      mid: '¿Qué faltó para que quedara satisfecho?',
      high: '¿Qué hicimos especialmente bien?',
    },
    transactional: {
      subject: '¿Cómo lo hemos hecho?',
      question: '¿Cuál es su grado de satisfacción con la ayuda que acaba de recibir de {company}?',
    },
  },
  ces: {
    subject: '¿Se lo puso fácil {company}?',
    question: '{company} me facilita hacer mi trabajo.',
    low: 'Totalmente en desacuerdo',
    high: 'Totalmente de acuerdo',
    followUp: {
      low: '¿Qué le costó más esfuerzo?',
      mid: '¿Qué podría ser más sencillo?',
      high: '¿Qué le resultó especialmente fácil?',
    },
    transactional: { question: '{company} me facilitó la resolución de mi problema.' },
  },
}
