import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const zhHans: MailWords = {
  greeting: '{name}，您好：',
  greetingShared: '{account} 的各位，您好：',
  howTo: '请选择一个分数，用时不到一分钟。',
  openPage: '打开问卷页面',
  whyMe: '您为何收到此邮件',
  privacy: '隐私政策',
  unsubscribe: '不再接收此类问卷',
  testSubject: '【测试】{subject}',
  testNotice: '这是测试邮件，您在此处的回答不会计入结果。',
}
