import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const pt: MailWords = {
  greeting: 'Olá, {name},',
  greetingShared: 'Olá a toda a equipe de {account},',
  howTo: 'Escolha um número. Leva menos de um minuto.',
  openPage: 'Abrir a pesquisa',
  whyMe: 'Por que recebe este e-mail',
  privacy: 'Privacidade',
  unsubscribe: 'Parar de receber estas pesquisas',
  testSubject: '[Teste] {subject}',
  testNotice: 'Isto é um teste. A resposta dada aqui não é contabilizada.',
}
