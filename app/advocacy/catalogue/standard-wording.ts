import type { AskKind, AskWording } from '#db/enums/advocacy.ts'

/*
 * What is asked before anybody writes words of their own. Never rewritten: somebody may have said yes to it, and what they
 * agreed to is looked up by the number 0. Other words are a new version, made on the page.
 */

const letter = (greeting: string, paragraphs: string[], close: string) => [greeting, ...paragraphs, close].join('\n\n')
const english = (subject: string, consent: string, ...paragraphs: string[]): AskWording => ({
  subject,
  body: letter('Dear {name},', paragraphs, 'Kind regards,\n{sender}\n{company}'),
  consent,
})
const japanese = (subject: string, consent: string, ...paragraphs: string[]): AskWording => ({
  subject,
  body: letter(
    '{name} 様',
    ['いつもお世話になっております。{company} の {sender} です。', ...paragraphs],
    'どうぞよろしくお願いいたします。\n\n{company}\n{sender}',
  ),
  consent,
})

export const standardWording: Record<AskKind, Record<'en' | 'ja', AskWording>> = {
  referral: {
    en: english(
      'Do you know somebody we could help?',
      '{company} may write once to each person I name. I only name people who are glad to be named.',
      'Thank you for what you told us about working with {company}. Does somebody come to mind who has the same task in front of them and would be glad to hear from us?',
      'One name is plenty; please ask them first. If nobody comes to mind, that is perfectly fine.',
    ),
    ja: japanese(
      'ご紹介のお願い',
      '私がお名前を挙げた方に {company} が一度だけご連絡することに同意します。紹介するのは、ご本人の了承を得た方に限ります。',
      '先日は温かいお言葉をいただき、ありがとうございました。同じような課題をお持ちで、弊社の話を聞いてみたいという方がお近くにいらっしゃいましたら、ご紹介いただけないでしょうか。',
      'お一人でも大変ありがたく存じます。ご紹介の前に、ご本人の了承をお取りください。お心当たりがなければ、どうぞお気になさらないでください。',
    ),
  },
  reference: {
    en: english(
      'Would you take a short call with a future customer?',
      '{company} may give my name and how to reach me to the one company that was named to me, for one call.',
      'A company that is thinking of working with us would like to hear from somebody who already does. Would you speak with them for about 20 minutes, at a time that suits you?',
      'You decide whom you talk to and what you tell them; what you think is what they should hear. If it does not suit you, just say so.',
    ),
    ja: japanese(
      'リファレンスコールのお願い',
      '事前に知らされた一社に限り、お電話一回のために、{company} が私の氏名と連絡先を伝えることに同意します。',
      '弊社のサービスを検討されている企業から、実際にご利用中のお客様のお話を伺いたいとのご要望がありました。ご都合のよい時間に、20分ほどお電話でお話しいただけないでしょうか。',
      'お話しになる相手と内容は、ご自身でお決めください。率直なご感想をお話しいただければ幸いです。ご都合が合わない場合は、遠慮なくお断りください。',
    ),
  },
  review: {
    en: english(
      'Would you write an honest review of {company}?',
      'I write the review myself, in my own words. {company} may link to it.',
      'People who look for what we offer read what customers say before they talk to us. Would you write a few lines about your experience on a public review site?',
      'Please write what you really think, the good and the bad. It takes about ten minutes.',
    ),
    ja: japanese(
      'レビュー投稿のお願い',
      'レビューは私自身の言葉で書きます。{company} がそのレビューへのリンクを掲載することに同意します。',
      'サービスを検討される方の多くは、お問い合わせの前にご利用中のお客様の声をご覧になります。公開のレビューサイトに、ご利用の感想をお書きいただけないでしょうか。',
      '良い点も改善すべき点も、率直にお書きください。所要時間は10分ほどです。',
    ),
  },
  quote: {
    en: english(
      'May we quote you?',
      '{company} may publish the words I approved, with my name, my title and my company, until I take this back.',
      'What you wrote about {company} says it better than we could. May we publish it with your name, your title and your company?',
      'You see the exact words first and change what you like. You can take it back at any time, and it is gone from our pages at once.',
    ),
    ja: japanese(
      'お客様の声として掲載のお願い',
      '私が承認した文章を、氏名・役職・会社名とともに {company} が公開することに同意します。この同意はいつでも取り消せます。',
      '先日お寄せいただいたお言葉を、お名前・お役職・会社名とともに、お客様の声として掲載させていただけないでしょうか。',
      '掲載する文章は事前にご確認いただき、自由に修正していただけます。掲載後もいつでも取り消すことができ、その際はただちに弊社のページから削除いたします。',
    ),
  },
  case_study: {
    en: english(
      'May we tell your story?',
      '{company} may interview me and publish a story about our work together, once I and my company have approved it.',
      'What you achieved with {company} would help others who stand where you once stood. May we write a short story about it, with you and your team?',
      'It takes one interview of about 45 minutes. You and your company read the text before anybody else does, and nothing is published without your yes.',
    ),
    ja: japanese(
      '導入事例の取材のお願い',
      '{company} が私を取材し、私および所属会社の承認を得たうえで、導入事例として公開することに同意します。',
      '貴社でのお取り組みは、同じ課題をお持ちの皆様にとって大変参考になるものと存じます。導入事例としてご紹介させていただけないでしょうか。',
      '取材は45分ほどを一回予定しております。原稿は公開前に {name} 様と貴社にご確認いただき、ご承認なしに公開することはございません。',
    ),
  },
  event: {
    en: english(
      'Would you speak at one of our events?',
      '{company} may announce me as a speaker with my name, my title and my company, for the event that was named to me.',
      'Our customers like to hear from each other more than from us. Would you tell them, in a talk or a round of questions, how you work and what you learned?',
      'We help with the slides and the date, as much or as little as you like.',
    ),
    ja: japanese(
      'イベントご登壇のお願い',
      '事前に知らされたイベントに限り、{company} が登壇者として私の氏名・役職・会社名を告知することに同意します。',
      '弊社のお客様からは、ほかのお客様のお話を伺いたいというご要望を多くいただきます。講演または質疑応答の形で、日頃のお取り組みについてお話しいただけないでしょうか。',
      '資料の準備や日程の調整は、ご希望に応じてお手伝いいたします。',
    ),
  },
  advisory_board: {
    en: english(
      'Would you help us decide what comes next?',
      '{company} may list me as a member of its advisory board and invite me to its meetings. I can leave at any time.',
      'A small group of customers tells us, before we build it, whether we are going the right way. Would you join them?',
      'It takes two meetings of about 90 minutes a year. You hear our plans early, and we want to hear where we are wrong.',
    ),
    ja: japanese(
      'アドバイザリーボードご参加のお願い',
      '{company} がアドバイザリーボードのメンバーとして私を記載し、会合に招くことに同意します。いつでも退任できます。',
      '弊社では、今後の方向性について開発の前にご意見を伺う、少人数のお客様の会を設けております。ご参加いただけないでしょうか。',
      '年2回、1回90分ほどの会合です。今後の計画をいち早くお伝えしますので、忌憚のないご意見をお聞かせください。',
    ),
  },
  ambassador: {
    en: english(
      'Would you become an ambassador of {company}?',
      '{company} may call me its ambassador and ask me now and then for a favour. I decide each time, and can leave at any time.',
      'You have been good to us, and we would like to be good to you. As an ambassador you have a direct line to us and hear first what is new; in return we ask you now and then for a favour.',
      'You decide each time, and a no costs you nothing.',
    ),
    ja: japanese(
      'アンバサダー就任のお願い',
      '{company} が私をアンバサダーと呼び、ときどき協力を依頼することに同意します。お引き受けするかどうかは毎回自分で決め、いつでも辞退できます。',
      '日頃より温かいご支援をいただき、心より御礼申し上げます。このたび、弊社のアンバサダーをお引き受けいただけないかと思い、ご連絡いたしました。新しい情報をいち早くお届けし、直接ご相談いただける窓口をご用意いたします。',
      'ときどきご協力をお願いすることがございますが、お引き受けいただくかどうかは、その都度ご自身でお決めください。',
    ),
  },
}
