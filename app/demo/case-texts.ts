import type { Topic } from '#app/demo/topics.ts'
import type { actions, causes } from '#db/enums/cases.ts'

export type Cause = (typeof causes)[number]
export type Action = (typeof actions)[number]

/** What a complaint about a topic turns out to come from. */
export const causeOf: Record<Topic, Cause> = {
  speed: 'product',
  support: 'support',
  price: 'price',
  onboarding: 'onboarding',
  reports: 'product',
  integrations: 'product',
  reliability: 'reliability',
  ui: 'product',
  docs: 'communication',
  manager: 'communication',
}

/** What is usually done about it. */
export const actionsOf: Record<Cause, readonly Action[]> = {
  product: ['fix', 'roadmap', 'explanation'],
  support: ['apology', 'escalation', 'fix'],
  price: ['explanation', 'credit'],
  onboarding: ['training', 'training', 'explanation'],
  reliability: ['apology', 'fix', 'credit'],
  communication: ['apology', 'explanation'],
  expectation: ['explanation', 'roadmap'],
  other: ['other'],
}

type Texts = Record<'en' | 'ja', readonly string[]>

/** What a colleague writes down after speaking to the customer, in the colleague's language. */
export const contactTexts: Record<'call' | 'meeting' | 'mail_out', Texts> = {
  call: {
    en: [
      'Called, spoke for [ten|twenty] minutes. They were glad that somebody rang at all. Agreed to come back with a plan by [Friday|the end of the week].',
      'Reached them on the second try. The score is about this one problem, otherwise the team is content.',
      'Short call. They had written to support twice before. Apologised, took over the ticket myself.',
      'Listened first. The frustration is about being left without news, more than about the fault.',
    ],
    ja: [
      'お電話で[10分|20分]ほどお話を伺いました。[今週中|金曜日まで]に対応方針をお伝えすることでご了承いただきました。',
      '二度目のお電話でご担当者様とお話しできました。今回の件以外は概ねご満足とのことです。',
      '以前から二度お問い合わせをいただいていたとのこと。お詫びし、私が窓口としてお引き受けしました。',
      '不具合そのものより、途中経過の連絡がなかったことへのご不満が大きいと分かりました。',
    ],
  },
  meeting: {
    en: [
      'Video meeting with [two|three] of their people. Walked through it step by step and could reproduce the problem.',
      'Visited them. Saw with my own eyes how many clicks the daily routine takes. Photos are in the shared folder.',
      'Joint meeting with our product manager, who took three concrete points along.',
    ],
    ja: [
      'オンラインで[2名|3名]の方とお打ち合わせ。手順を一緒に確認し、事象を再現できました。',
      '訪問してお話を伺いました。現場の手順を実際に見せていただき、課題を三点に整理しました。',
      '開発担当も同席し、具体的なご要望を持ち帰りました。来週、回答いたします。',
    ],
  },
  mail_out: {
    en: [
      'Wrote a personal mail with an apology and two dates for a call.',
      'Sent what support had found out, in plain words, and asked whether it fits what they see.',
    ],
    ja: [
      'お詫びのメールをお送りし、お打ち合わせの候補日を二つご提示しました。',
      '調査で分かったことを平易にまとめてお送りし、ご認識と合っているか確認をお願いしました。',
    ],
  },
}

export const noteTexts: Texts = {
  en: [
    'Engineering has it on the board for [this|the next] sprint.',
    'Same complaint from [two|three] other accounts this month. Raised it in the weekly round.',
    'Renewal is coming up. Told the lead.',
    'Waiting for the log files from their IT.',
    'Their sponsor is new since [spring|last month]. Worth an introduction.',
  ],
  ja: [
    '開発チームに確認し、[今回|次回]のリリースで対応予定とのことです。',
    '同じご意見が今月[2件|3件]届いています。週次の会議で共有しました。',
    '更新時期が近いため、リーダーに共有済みです。',
    '先方の情報システム部からログの提供を待っています。',
    '先方の責任者の方が交代されたとのこと。改めてご挨拶が必要です。',
  ],
}

export const resolveTexts: Record<Cause, Texts> = {
  product: {
    en: [
      'Fix is live, they tried it while we were on the phone.',
      'Showed them a view that needs a third of the time; the rest is on the roadmap for next quarter.',
    ],
    ja: [
      '修正版を適用し、お電話口で動作をご確認いただきました。',
      '所要時間が大きく減る手順をご案内。残りのご要望は次四半期の開発計画に入りました。',
    ],
  },
  support: {
    en: [
      'Named contact agreed, ticket solved the same day.',
      'Went through the old tickets together; two were still open and are closed now.',
    ],
    ja: [
      '専任の窓口を決め、当日中に解決しました。',
      '過去のお問い合わせを一緒に確認し、未解決だった二件も完了しました。',
    ],
  },
  price: {
    en: [
      'Explained the increase and moved 14 occasional users to read-only seats.',
      'Credit for the quarter agreed with finance.',
    ],
    ja: [
      '値上げの背景をご説明し、閲覧専用ライセンスへの切り替えで総額を抑えました。',
      '経理と調整し、今四半期分の割引をご案内しました。',
    ],
  },
  onboarding: {
    en: [
      'Two training sessions with their own cases, recording shared.',
      'Configuration reviewed together, start page tidied up for new users.',
    ],
    ja: [
      '実際の業務に沿った研修を二回実施し、録画も共有しました。',
      '設定を一緒に見直し、新しい方向けの案内ページを整えました。',
    ],
  },
  reliability: {
    en: [
      'Sent the full report on the outage with what has changed since. Credit given.',
      'Session problem found in their proxy settings; no sign-outs for a week.',
    ],
    ja: [
      '障害の原因と再発防止策を書面でご説明し、ご理解をいただきました。',
      '先方のプロキシ設定が原因と判明。設定変更後、一週間発生していません。',
    ],
  },
  communication: {
    en: [
      'Monthly call is in the calendar, notes go out the same day.',
      'Sent the right guide and corrected the page that misled them.',
    ],
    ja: [
      '月次の定例会を設定し、議事録を当日中にお送りすることにしました。',
      '正しい手順書をお送りし、誤解を招くページも修正しました。',
    ],
  },
  expectation: {
    en: ['Cleared up what the contract covers; they are fine with it.'],
    ja: ['契約範囲を改めてご説明し、ご納得いただきました。'],
  },
  other: { en: ['Settled on the phone.'], ja: ['お電話で解決しました。'] },
}

export const dismissTexts: Texts = {
  en: [
    'Scale misread: they meant ten. No need for action.',
    'The person left the company on the same day; the successor has no complaint.',
  ],
  ja: [
    '点数の付け方を逆に捉えていらっしゃったとのこと。対応は不要です。',
    'ご回答者様が異動され、後任の方からは特にご要望がないとのことです。',
  ],
}

export const closeTexts: Texts = {
  en: ['They confirmed that it is fine now.', 'Asked again after a week: all good, thank you.'],
  ja: ['その後問題ないとご確認いただきました。', '一週間後に再度確認し、ご満足いただけているとのことでした。'],
}
