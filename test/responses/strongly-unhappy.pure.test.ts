import { describe, expect, it, test } from 'vitest'
import { sayingsEn, tailsEn } from '#app/demo/comments-en.ts'
import { sayingsJa, tailsJa } from '#app/demo/comments-ja.ts'
import { supportSayings } from '#app/demo/support-comments.ts'
import { topics } from '#app/demo/topics.ts'
import { soundsStronglyUnhappy } from '#app/responses/strongly-unhappy.ts'
import { unhappyLists } from '#app/responses/unhappy-phrases.ts'
import { faultOf } from '#app/responses/topics/phrase.ts'

/** What somebody above whose words stands a good score may have meant as they wrote it. */
const unhappy = [
  'We are cancelling our contract at the end of the month.',
  'Terrible support. We waited three weeks for nothing.',
  'Your support is a joke and nobody calls back.',
  'This is simply unacceptable for a company of your size.',
  'I would not recommend this to anybody.',
  'Honestly, I can’t recommend it.',
  'We will not renew.',
  'A complete waste of our time and money, a total disaster.',
  'The worst software I have worked with in twenty years.',
  'I am extremely disappointed with the last release.',
  'We are very dissatisfied with the answers we get.',
  'Nobody fixed it. Totally useless.',
  'We are already looking for an alternative.',
  'We are switching to one of your competitors in May.',
  'I want my money back!',
  'I am fed up with the outages.',
  'We have lost all trust after the third data loss.',
  'I regret signing with you.',
  'Good product once, but I am furious about the new prices.',
  'The idea is great, the quality is appalling.',
  'Not at all satisfied with how you handle our tickets.',
  'We have decided to terminate our agreement.',
  '9 by mistake: your service is unacceptable.',
  'I will never use this again.',
  'Deeply disappointed. Three outages in a month.',
  'Please cancel my subscription.',
  'Your product has become unusable.',
  '最悪です。',
  '問い合わせましたが返事もなく、対応がひどいです。',
  '今月末で解約します。',
  '解約を検討しています。',
  '他社に切り替える予定です。',
  '契約は更新しません。',
  '使い物になりません。',
  'まったく役に立たないので困っています。',
  '人には薦められません。',
  '同業の知人におすすめできない製品です。',
  '二度と利用したくないです。',
  '何度お伝えしても直らず、うんざりしています。',
  '対応に大変失望しております。',
  'サポートの対応に非常に不満です。',
  'この値上げには納得できません。',
  'このような対応は許せません。至急ご連絡ください。',
  '御社への不信感が拭えません。',
  '不満しかありません。',
  '返金してください。',
  '時間の無駄でした。',
  '製品は良いのに、営業の方は話になりません。',
  '来年は更新しない予定です。',
  'がっかりしました。',
  'ｻﾎﾟｰﾄは最悪。ﾊﾞｸﾞが多すぎる',
]

/** False friends, praise by comparison, what is denied, what is over, and what is only mild. */
const silent = [
  'I can’t complain.',
  'No complaints, no problems at all.',
  'Not bad at all!',
  'It is not terrible support, quite the contrary.',
  'Nothing to complain about, never had a terrible experience.',
  'I can’t recommend it enough.',
  'I cannot recommend you more highly.',
  'I would not recommend anything else.',
  'I never recommend software lightly, but this one I do.',
  'I would be very disappointed if I could no longer use it.',
  'Very disappointed to hear that Ken is leaving us. He was great.',
  'The old system was terrible software. This one is a joy.',
  'Unlike the terrible support of your competitors, you answer.',
  'Before we switched to you our service was a disaster, completely useless.',
  'We were about to cancel our contract. Then Aiko came.',
  'Extremely disappointed at first, very happy today.',
  'We were very frustrated in spring, but now it works.',
  'There was a terrible experience in May; you fixed it within the hour.',
  'No reason to cancel our contract.',
  'We are not looking for an alternative.',
  'We would never think of switching to a competitor.',
  'I don’t regret choosing you.',
  'It spares us a lot of wasted time.',
  'Without it I would be completely unusable on Mondays.',
  'Could be faster. The export is a bit annoying.',
  'The price is high and the search is slow.',
  'It flags unacceptable delays of our suppliers at once.',
  'If you ever drop the API we will cancel our contract.',
  'We are very frustrated with our own IT, not with you.',
  'Worst case we call support, and they solve it.',
  'Cancelling an order takes one click. Love it.',
  'Support is fast and furious.',
  'My only worst experience was the login on day one.',
  'Support is terrible? Not at all, they are the best.',
  'Our customers were very dissatisfied with waiting; with you they are happy.',
  'We see at once who is very unhappy.',
  'My team was totally frustrated with Jira, now everyone smiles.',
  'We are looking for alternatives to our CRM: can you recommend one?',
  'We will not renew with our other supplier and move everything to you.',
  '悪くないです。',
  '問題ありません。',
  '特に不満はありません。',
  '大きな不満もなく使えています。',
  '最悪の場合でも電話がつながるので安心です。',
  '最悪ではないと思います。',
  '解約したいとは思いません。',
  '解約を考えたことはありません。',
  '解約を検討していましたが、担当の方のご提案で続けることにしました。',
  '他社に切り替える理由がありません。',
  '以前のツールは使い物になりませんでした。',
  '他社のサポートは最悪でした。御社は違います。',
  '導入前は時間の無駄だった集計がなくなりました。',
  '不具合には失望しましたが、すぐに対応いただきました。',
  '障害のときは大変失望しました。その後、改善していただき感謝しています。',
  'うんざりする作業がなくなりました。',
  'おすすめできない理由がありません。',
  'もし使えなくなったら、非常に失望します。',
  '競合には薦めたくないほど便利です。',
  '動作が少し遅いです。',
  '価格が高めです。',
  '担当の方が異動されると聞いてとてもがっかりしています。',
  '信頼できないデータがなくなり、助かっています。',
  '腹が立つことがありません。',
  '最悪の状況から救ってくれました。',
  'うんざりするほど質問しましたが、丁寧に答えてくれました。',
  'お客様からの不信感を払拭できました。',
  '解約を検討しているお客様を早く見つけられます。',
  '解約予定の顧客が一目で分かります。',
  '他社から御社に切り替えて正解でした。',
  '解約手続きも簡単でした。',
]

test.each(unhappy)('%s', (comment) => expect(soundsStronglyUnhappy(comment)).toBe(true))
test.each(silent)('%s', (comment) => expect(soundsStronglyUnhappy(comment)).toBe(false))

it('each list is made of sound phrases, so that none is left out unseen', () => {
  const all = unhappyLists.flatMap((list) => list.rules.flatMap((rule) => rule.any))
  expect(all.filter((phrase) => faultOf(phrase) !== null)).toEqual([])
})

/** A saying with each of its choices. */
function every(text: string): string[] {
  const choice = /\[([^\]]+)\]/.exec(text)
  if (!choice) return [text]
  return choice[1]!.split('|').flatMap((part) => every(text.replace(choice[0], part)))
}

describe('of all that the demo’s customers may say', () => {
  const said = (of: 'low' | 'mid' | 'high') =>
    [sayingsEn, sayingsJa].flatMap((sayings) => topics.flatMap((topic) => sayings[topic][of].flatMap(every)))

  it('nothing above a good score sounds so, with whatever is said after it', () => {
    for (const of of ['high', 'mid'] as const) {
      const tails = [...tailsEn[of], ...tailsJa[of], '']
      const helped = [...supportSayings.en[of], ...supportSayings.ja[of]].flatMap(every)
      const comments = said(of).flatMap((text) => tails.map((tail) => `${text} ${tail}`))
      expect(comments.length).toBeGreaterThan(400)
      expect([...comments, ...helped].filter(soundsStronglyUnhappy)).toEqual([])
    }
  })

  it('most complaints are plain, and those it hears are complaints', () => {
    const heard = [...said('low'), ...tailsEn.furious, ...tailsJa.furious].filter(soundsStronglyUnhappy)
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.length).toBeLessThan(40)
  })
})
