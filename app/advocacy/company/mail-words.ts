import type { Word } from '#app/platform/words.ts'

/** The mail to who agreed for their company. */
export const consentMailWords = {
  subject: { en: 'What you agreed to with {company}', ja: '{company}への同意内容の控え' },
  hello: { en: 'Dear {name},', ja: '{name} 様' },
  lead: {
    en: 'Thank you. This is what you agreed to for {account}, as {company} keeps it:',
    ja: 'ありがとうございます。{account} 様として{company}に同意いただいた内容を、次のとおり記録いたしました。',
  },
  until: { en: 'It holds until {date}.', ja: '有効期限：{date}' },
  open: { en: 'It holds until you take it back.', ja: '取り消されるまで有効です。' },
  link: { en: 'Read it again, or take it back', ja: '内容の確認・取り消しはこちら' },
} satisfies Record<string, Word>
