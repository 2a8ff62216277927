import type { Word } from '#app/platform/words.ts'

const w = (en: string, ja: string): Word => ({ en, ja })

export const glossary: { term: Word; meaning: Word }[] = [
  {
    term: w('Promoter, passive, detractor', '推奨者・中立者・批判者'),
    meaning: w(
      '9–10, 7–8 and 0–6 on the scale from 0 to 10.',
      '0～10 の評価で、それぞれ 9～10、7～8、0～6 の回答者です。',
    ),
  },
  {
    term: w('CSAT, CES', 'CSAT・CES'),
    meaning: w(
      'The share who are satisfied (4–5 of 5), and for whom it was easy (5–7 of 7).',
      'CSAT は満足（5 段階の 4～5）、CES は容易（7 段階の 5～7）と答えた方の割合です。',
    ),
  },
  {
    term: w('Program, wave', 'プログラム・配信'),
    meaning: w(
      'A program is one survey with its wording and rules; a wave is one time that it goes out.',
      'プログラムは文面とルールを持つアンケート、配信はその 1 回分の送信です。',
    ),
  },
  {
    term: w('Case', 'フォローアップ'),
    meaning: w(
      'What is owed to an unhappy customer. It is open until it is closed, so a resolved one is still open.',
      '不満のあったお客様への対応です。「完了」になるまで続くため、「解決」の段階ではまだ終わっていません。',
    ),
  },
  {
    term: w('Suppression', '配信停止アドレス'),
    meaning: w(
      'A fact about an address: it bounced or complained. Nothing is sent to it until an admin lifts that. A wish to hear less belongs to the person and is kept apart.',
      '不達や迷惑メール報告など、アドレスに関する事実です。管理者が解除するまで送信しません。ご本人の配信希望とは別に管理しています。',
    ),
  },
  {
    term: w('Topic', 'トピック'),
    meaning: w(
      'What a comment is about, found by phrases that your admins keep. Each chip shows the words that made it.',
      'コメントの話題です。管理者が登録した語句で判定し、根拠になった言葉を確認できます。',
    ),
  },
]

export const numberRules: { term: Word; meaning: Word }[] = [
  {
    term: w('NPS', 'NPS'),
    meaning: w(
      'The share of promoters minus the share of detractors, from −100 to 100. 12 promoters, 5 passives and 3 detractors: (12 − 3) ÷ 20 = +45.',
      '推奨者の割合から批判者の割合を引いた値（−100～100）です。例：推奨者 12、中立者 5、批判者 3 なら（12 − 3）÷ 20 = +45。',
    ),
  },
  {
    term: w('95 % interval', '95 % 信頼区間'),
    meaning: w(
      'How far chance alone may have moved a number. For NPS the adjusted Wald interval (¾ detractor, 1½ passives and ¾ promoter added), for shares Wilson’s. It isn’t centred on the number.',
      '偶然だけで数値がどの程度動きうるかを示します。NPS は調整 Wald 法（批判者 ¾、中立者 1½、推奨者 ¾ を加算）、割合は Wilson 法で計算します。区間の中心は表示値と一致しません。',
    ),
  },
  {
    term: w('Too few to say', '回答が少ない場合'),
    meaning: w(
      'Fewer than 10 answers are shown with their number, but never compared.',
      '10 件未満の場合は、件数を添えて表示しますが、比較は行いません。',
    ),
  },
  {
    term: w('Within noise', '誤差の範囲内'),
    meaning: w(
      'A difference that chance alone makes more often than once in twenty times (p > 0.05).',
      '偶然だけでも 20 回に 1 回を超える頻度で生じる程度の差です（p > 0.05）。',
    ),
  },
  {
    term: w('Headline and trend', '見出しの数値と推移'),
    meaning: w(
      'The headline takes each person’s latest answer of the last 90 days; the trend counts all answers by the month of their first day. They may differ.',
      '見出しは直近 90 日間の一人ひとりの最新の回答、推移は最初に回答した月ごとの全回答で集計するため、値が異なることがあります。',
    ),
  },
  {
    term: w('Response rate', '回答率'),
    meaning: w(
      'People who answered, of those whose mail was sent and didn’t bounce, by day of sending.',
      '送信日を基準に、届いた方（不達を除く）のうち回答した方の割合です。',
    ),
  },
  {
    term: w('Outside the numbers', '集計対象外'),
    meaning: w(
      'Tests, unconfirmed clicks, answers taken back, and what staff wrote down.',
      'テスト回答、未確認のクリック、取り消された回答、社内で記録した声は集計に含まれません。',
    ),
  },
]
