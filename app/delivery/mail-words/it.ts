import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const it: MailWords = {
  greeting: 'Gentile {name},',
  greetingShared: 'Gentile team di {account},',
  howTo: 'Scelga un numero. Richiede meno di un minuto.',
  openPage: 'Apri il sondaggio',
  whyMe: 'Perché riceve questa e-mail',
  privacy: 'Informativa sulla privacy',
  unsubscribe: 'Non ricevere più questi sondaggi',
  testSubject: '[Prova] {subject}',
  testNotice: 'Questa è una prova. La risposta data qui non viene conteggiata.',
}
