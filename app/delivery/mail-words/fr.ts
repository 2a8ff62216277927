import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const fr: MailWords = {
  greeting: 'Bonjour {name},',
  greetingShared: 'Bonjour à toute l’équipe de {account},',
  howTo: 'Choisissez une note. Cela prend moins d’une minute.',
  openPage: 'Ouvrir l’enquête',
  whyMe: 'Pourquoi vous recevez cet e-mail',
  privacy: 'Confidentialité',
  unsubscribe: 'Ne plus recevoir ces enquêtes',
  testSubject: '[Essai] {subject}',
  testNotice: 'Ceci est un essai. Votre réponse ne sera pas prise en compte.',
}
