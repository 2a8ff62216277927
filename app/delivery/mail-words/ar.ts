import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const ar: MailWords = {
  greeting: 'مرحبًا {name}،',
  greetingShared: 'السادة في {account}،',
  howTo: 'يرجى اختيار رقم. لا يستغرق الأمر أكثر من دقيقة.',
  openPage: 'فتح صفحة الاستبيان',
  whyMe: 'لماذا تصلكم هذه الرسالة',
  privacy: 'الخصوصية',
  unsubscribe: 'إيقاف هذه الاستبيانات',
  testSubject: '[تجربة] {subject}',
  testNotice: 'هذه رسالة تجريبية. لا تُحتسب الإجابة المقدمة هنا.',
}
