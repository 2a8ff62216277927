import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const zhHant: MailWords = {
  greeting: '{name}，您好：',
  greetingShared: '{account} 的各位，您好：',
  howTo: '請選擇一個分數，花費不到一分鐘。',
  openPage: '開啟問卷頁面',
  whyMe: '您為何收到此郵件',
  privacy: '隱私權政策',
  unsubscribe: '不再接收此類問卷',
  testSubject: '【測試】{subject}',
  testNotice: '這是測試郵件，您在此處的回答不會列入計算。',
}
