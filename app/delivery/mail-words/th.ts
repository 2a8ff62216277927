import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const th: MailWords = {
  greeting: 'เรียน คุณ{name}',
  greetingShared: 'เรียน ทุกท่านที่ {account}',
  howTo: 'โปรดเลือกคะแนน ใช้เวลาไม่ถึงหนึ่งนาที',
  openPage: 'เปิดหน้าแบบสำรวจ',
  whyMe: 'เหตุใดท่านจึงได้รับอีเมลนี้',
  privacy: 'ความเป็นส่วนตัว',
  unsubscribe: 'หยุดรับแบบสำรวจเหล่านี้',
  testSubject: '[ทดสอบ] {subject}',
  testNotice: 'นี่คือการทดสอบ คำตอบของท่านที่นี่จะไม่ถูกนับ',
}
