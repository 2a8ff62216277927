import type { Standard } from '#app/surveys/wordings/standard.ts'

export const pt: Standard = {
  why: 'Esta mensagem foi enviada porque a sua empresa trabalha com {company}. As pessoas que cuidam da sua conta leem todas as respostas e entram em contato quando algo não está bem.',
  whyTransactional:
    'Esta mensagem foi enviada porque houve um contato recente com {company}. As pessoas que prestaram o atendimento leem todas as respostas.',
  thanks: {
    low: 'Agradecemos a franqueza. Uma pessoa vai ler a sua resposta e entrar em contato.',
    mid: 'Obrigado. A sua resposta ajuda-nos a decidir o que melhorar a seguir.',
    high: 'Obrigado, isto significa muito para as pessoas que trabalham aqui.',
  },
  nps: {
    subject: 'Recomendaria {company}?',
    question: 'Qual é a probabilidade de recomendar {company} a um amigo ou colega?',
    low: 'Nada provável',
    high: 'Extremamente provável',
    followUp: {
      low: 'O que correu mal e o que devemos corrigir primeiro?',
      mid: 'O que poderíamos melhorar?',
      high: 'O que mais valoriza em nosso trabalho?',
    },
    transactional: {
      subject: 'Depois do nosso último trabalho em conjunto: recomendaria {company}?',
      question:
        'Depois da sua última experiência conosco, qual é a probabilidade de recomendar {company} a um amigo ou colega?',
    },
  },
  csat: {
    subject: 'Qual é o seu grau de satisfação com {company}?',
    question: 'No geral, qual é o seu grau de satisfação com {company}?',
    low: 'Muito insatisfeito',
    high: 'Muito satisfeito',
    followUp: {
      low: 'O que mais causou decepção?',
      mid: 'O que faltou para a sua satisfação?',
      high: 'O que fizemos especialmente bem?',
    },
    transactional: {
      subject: 'Como foi o nosso atendimento?',
      question: 'Qual é o seu grau de satisfação com a ajuda que acabou de receber de {company}?',
    },
  },
  ces: {
    subject: '{company} facilitou a sua vida?',
    question: '{company} facilita a realização do meu trabalho.',
    low: 'Discordo totalmente',
    high: 'Concordo totalmente',
    followUp: {
      low: 'O que exigiu mais esforço?',
      mid: 'O que poderia ser mais simples?',
      high: 'O que foi especialmente fácil?',
    },
    transactional: { question: '{company} facilitou a resolução do meu problema.' },
  },
}
