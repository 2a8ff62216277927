import type { Word } from '#app/platform/words.ts'

/** The page on which a company reads what it agreed to, and takes it back. */
export const consentPageWords = {
  title: { en: 'What {account} agreed to', ja: '{account} 様の同意内容' },
  lead: {
    en: '{company} keeps this consent, given on {date}:',
    ja: '{company}は、{date}に次の同意をいただいています。',
  },
  until: { en: 'It holds until {date}.', ja: '有効期限：{date}' },
  open: { en: 'It holds until it is taken back.', ja: '取り消されるまで有効です。' },
  back: { en: 'Take it back', ja: '同意を取り消す' },
  backText: {
    en: 'It ends at once. What stands in public with the name of your company because of it comes down. To agree again later, talk to us.',
    ja: '直ちに終了し、この同意に基づき社名とともに公開されているものは取り下げられます。あらためて同意いただく場合は、担当者までご連絡ください。',
  },
  ended: { en: 'This consent has ended', ja: 'この同意は終了しています' },
  endedText: {
    en: 'Nothing is asked or published on the strength of it any more. Thank you!',
    ja: 'この同意に基づくお願いや公開は行われません。ありがとうございました。',
  },
} satisfies Record<string, Word>
