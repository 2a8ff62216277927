import type { Class } from '#db/enums/statistics.ts'

type Said = Record<'en' | 'ja', Record<Class, readonly string[]>>

/** What customers say in a meeting or on the phone, as a colleague writes it down. `[a|b]`: one of them. */
export const heardTexts: Said = {
  en: {
    low: [
      'They are comparing us with another vendor. What bothers them most is the [export|price increase|time to first reply].',
      'The new head of IT asked why they pay for [three|two] products when the team uses one. I promised numbers.',
      'Still upset about the outage. [Nobody called them afterwards|The report came a week late], and that hurt more than the outage itself.',
      'Onboarding of the [Leeds|Austin|Hamburg] site has stalled: nobody there knows whom to ask.',
    ],
    mid: [
      'Happy on the whole, but they want to see the roadmap for [permissions|reporting] before they renew.',
      'They use it daily. Asked twice whether [single sign-on|an audit log] is coming this year.',
      'Fine so far. The champion is moving to another team in [spring|autumn]; we should meet the successor.',
    ],
    high: [
      'The operations lead said that month-end closing takes [a day|two days] less since they switched.',
      'They showed our dashboards to their own board, unasked. Would speak at an event.',
      'Praised the support team by name. Wants to roll out to [two more sites|the whole group].',
    ],
  },
  ja: {
    low: [
      '他社製品との比較検討に入っているとのこと。特に[データ出力|料金改定|初回返信までの時間]が課題とのご指摘。',
      '先日の障害後に[こちらからの連絡がなかった|報告書の提出が遅れた]ことについて、強いご不満をいただいた。',
      '新任の部長より「[3|2]製品を契約しているが、使っているのは1つだけではないか」とのご質問。利用状況の資料をお送りする。',
      '[大阪|名古屋|福岡]拠点での導入が止まっている。問い合わせ先が分からないとのこと。',
    ],
    mid: [
      '概ね満足いただいているが、更新前に[権限管理|レポート機能]の今後の予定を知りたいとのこと。',
      '毎日ご利用中。[シングルサインオン|操作ログ]の対応時期について再度ご質問があった。',
      'ご担当者様が[4月|10月]に異動予定。後任の方へのご挨拶をお願いされた。',
    ],
    high: [
      '導入後、月次の締め作業が[1日|2日]短縮できたとのお話。部内でも好評とのこと。',
      '役員会でダッシュボードを紹介してくださったとのこと。事例紹介にも前向き。',
      'サポート担当の対応をお褒めいただいた。[他拠点|グループ会社]への展開も検討中とのこと。',
    ],
  },
}

/** What people write who press "reply" instead of a number; numbers stay words. */
export const replyTexts: Record<'en' | 'ja', readonly string[]> = {
  en: [
    'I would say an 8. The product is good, the invoices are [confusing|always late].',
    'Your link does not open behind our firewall. For the record: we are [happy|fine], please keep the Friday release notes.',
    'Honestly? A 5 at the moment. [The mobile app|The import] has been broken for two weeks and my ticket is still open.',
    '10. Thanks to the whole team!',
    'I am the wrong person for this, please ask my colleague in [operations|purchasing]. But I hear no complaints.',
  ],
  ja: [
    'お世話になっております。リンクが社内から開けないため、こちらで失礼します。全体としては[8点|7点]くらいで、特に不満はありません。',
    'いつもありがとうございます。操作には慣れましたが、[請求書|見積書]の表記が分かりにくいと感じています。',
    '正直に申し上げますと、最近は動作が重く、[5点|4点]程度です。改善をお願いいたします。',
    '10点です。サポートの皆様にはいつも助けていただいています。',
    '担当が変わりましたので、次回から[業務部|総務部]宛てにお送りいただけますでしょうか。評判は良いです。',
  ],
}
