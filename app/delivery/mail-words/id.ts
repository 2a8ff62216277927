import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const id: MailWords = {
  greeting: 'Yth. {name},',
  greetingShared: 'Yth. Bapak/Ibu di {account},',
  howTo: 'Pilih satu nilai. Hanya perlu kurang dari satu menit.',
  openPage: 'Buka halaman survei',
  whyMe: 'Mengapa Anda menerima email ini',
  privacy: 'Privasi',
  unsubscribe: 'Berhenti menerima survei ini',
  testSubject: '[Uji coba] {subject}',
  testNotice: 'Ini adalah uji coba. Jawaban Anda di sini tidak dihitung.',
}
