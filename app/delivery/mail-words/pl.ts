import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const pl: MailWords = {
  greeting: 'Dzień dobry, {name},',
  greetingShared: 'Dzień dobry wszystkim w {account},',
  howTo: 'Prosimy wybrać liczbę. To zajmie mniej niż minutę.',
  openPage: 'Otwórz ankietę',
  whyMe: 'Dlaczego otrzymują Państwo tę wiadomość',
  privacy: 'Prywatność',
  unsubscribe: 'Zrezygnuj z tych ankiet',
  testSubject: '[Próba] {subject}',
  testNotice: 'To jest próba. Udzielona tu odpowiedź nie będzie liczona.',
}
