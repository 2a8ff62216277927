import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const de: MailWords = {
  greeting: 'Guten Tag {name},',
  greetingShared: 'Guten Tag an alle bei {account},',
  howTo: 'Wählen Sie eine Zahl. Es dauert weniger als eine Minute.',
  openPage: 'Umfrage öffnen',
  whyMe: 'Warum Sie diese E-Mail erhalten',
  privacy: 'Datenschutz',
  unsubscribe: 'Diese Umfragen abbestellen',
  testSubject: '[Testversand] {subject}',
  testNotice: 'Dies ist ein Test. Was Sie hier antworten, wird nicht gezählt.',
}
