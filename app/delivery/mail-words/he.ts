import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const he: MailWords = {
  greeting: 'שלום {name},',
  greetingShared: 'שלום לכולם ב־{account},',
  howTo: 'נא לבחור מספר. זה לוקח פחות מדקה.',
  openPage: 'פתיחת דף הסקר',
  whyMe: 'מדוע קיבלתם הודעה זו',
  privacy: 'פרטיות',
  unsubscribe: 'הפסקת קבלת הסקרים האלה',
  testSubject: '[ניסיון] {subject}',
  testNotice: 'זהו ניסיון. מה שתענו כאן אינו נספר.',
}
