import type { Language } from '#app/platform/languages.ts'

export interface StarterTemplate {
  id: string
  name: string
  topicId: string | null
  language: Language
  subject: string
  body: string
}

const en = (
  key: string,
  name: string,
  topicId: string | null,
  subject: string,
  ...lines: string[]
): StarterTemplate => ({
  id: `rpt_${key}_en`,
  name,
  topicId,
  language: 'en',
  subject,
  body: ['Hello {{first_name}},', ...lines, 'Kind regards,\n{{my_name}}\n{{organisation}}'].join('\n\n'),
})
const ja = (
  key: string,
  name: string,
  topicId: string | null,
  subject: string,
  ...lines: string[]
): StarterTemplate => ({
  id: `rpt_${key}_ja`,
  name,
  topicId,
  language: 'ja',
  subject,
  body: [
    '{{account}}\n{{name}} 様',
    'いつもお世話になっております。{{organisation}} の {{my_name}} です。',
    ...lines,
    '何卒よろしくお願いいたします。\n\n{{organisation}}\n{{my_name}}',
  ].join('\n\n'),
})

/** The words that Koe ships: there from the start, and each can be changed or put away. */
export const starterTemplates: readonly StarterTemplate[] = [
  en(
    'heard',
    'Thank you, and a question',
    null,
    'Your feedback',
    'Thank you for answering our survey. You gave us {{score}}, and I would like to understand what is behind it.',
    'What is the one thing that would have to change for you? A sentence is enough, or tell me when I may call you.',
  ),
  en(
    'sorry',
    'We are sorry, and I look after it',
    null,
    'Your feedback, and what happens now',
    'Thank you for telling us so openly. I am sorry that we let you down.',
    'I look after this myself. I will write to you again by the end of the week with what we found and what we will do.',
  ),
  en(
    'support',
    'Slow or unhelpful support',
    'top_support',
    'Your experience with our support',
    'I am sorry that our support did not help you the way it should have. That is not what we want to be known for.',
    'I am going through your requests with the team today. Is there one that is still open and needs an answer first?',
  ),
  en(
    'reliability',
    'Outage or errors',
    'top_reliability',
    'The trouble you had with us',
    'I am sorry that you could not rely on us when you needed us. I have passed what you wrote to our engineers.',
    'Could you tell me when it happened last and what you saw? With that we can tell you exactly what went wrong.',
  ),
  en(
    'price',
    'Price and value',
    'top_price',
    'What you get for what you pay',
    'Thank you for saying openly that the price does not fit what you get from us.',
    'I would like to look at your use and your contract together with you. Do you have twenty minutes this week or next?',
  ),
  ja(
    'heard',
    'ご回答のお礼とお伺い',
    null,
    'アンケートへのご回答につきまして',
    'このたびはアンケートにご回答いただき、誠にありがとうございます。「{{score}}」というご評価の背景を、ぜひ詳しくお聞かせいただきたく、ご連絡いたしました。',
    '最も改善が必要だとお感じの点を、一言でもお教えいただけますでしょうか。お電話でのご説明をご希望の場合は、ご都合のよい日時をお知らせください。',
  ),
  ja(
    'sorry',
    'お詫びと今後の対応',
    null,
    'いただいたご意見への対応につきまして',
    'このたびは率直なご意見をお寄せいただき、誠にありがとうございます。ご期待に沿えず、大変申し訳ございません。',
    '本件は私が責任をもって対応いたします。状況を確認のうえ、今週中に改めてご報告申し上げます。',
  ),
  ja(
    'support',
    'サポート対応へのお詫び',
    'top_support',
    'サポート対応につきまして',
    'このたびは弊社サポートの対応でご不便をおかけし、大変申し訳ございません。',
    'これまでのお問い合わせの内容を、担当チームとともに確認しております。お急ぎの件が残っておりましたら、お知らせください。最優先で対応いたします。',
  ),
  ja(
    'reliability',
    '障害・不具合へのお詫び',
    'top_reliability',
    'ご不便をおかけした件につきまして',
    'このたびはサービスの不具合により、業務に支障をおかけし、大変申し訳ございません。いただいた内容は開発担当に共有し、確認を進めております。',
    '差し支えなければ、直近で発生した日時と画面の状況をお教えいただけますでしょうか。原因を特定し、ご報告いたします。',
  ),
  ja(
    'price',
    '価格・費用対効果について',
    'top_price',
    'ご契約内容につきまして',
    'このたびは費用面について率直なご意見をお寄せいただき、誠にありがとうございます。',
    'ご利用状況とご契約内容を一緒に確認させていただければと存じます。今週または来週、20 分ほどお時間をいただけますでしょうか。',
  ),
]
