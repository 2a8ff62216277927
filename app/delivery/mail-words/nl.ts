import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const nl: MailWords = {
  greeting: 'Beste {name},',
  greetingShared: 'Beste medewerkers van {account},',
  howTo: 'Kies een cijfer. Het kost minder dan een minuut.',
  openPage: 'Enquête openen',
  whyMe: 'Waarom u deze e-mail ontvangt',
  privacy: 'Privacyverklaring',
  unsubscribe: 'Deze enquêtes niet meer ontvangen',
  testSubject: '[Proef] {subject}',
  testNotice: 'Dit is een test. Wat u hier antwoordt, telt niet mee.',
}
