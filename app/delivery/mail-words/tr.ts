import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const tr: MailWords = {
  greeting: 'Sayın {name},',
  greetingShared: 'Sayın {account} yetkilileri,',
  howTo: 'Bir sayı seçin. Bir dakikadan kısa sürer.',
  openPage: 'Anket sayfasını aç',
  whyMe: 'Bu e-postayı neden alıyorsunuz',
  privacy: 'Gizlilik',
  unsubscribe: 'Bu anketleri durdur',
  testSubject: '[Deneme] {subject}',
  testNotice: 'Bu bir denemedir. Burada verdiğiniz yanıt sayılmaz.',
}
