import type { Word } from '#app/platform/words.ts'

/** Past answers, and taking an import back. */
export const importHistoryWords = {
  whatIsIn: { en: 'What is in the file?', ja: 'ファイルの内容' },
  customers: { en: 'Companies and people', ja: '取引先・担当者' },
  history: { en: 'Past answers', ja: '過去の回答' },
  newHistory: { en: 'Import past answers', ja: '過去の回答を取り込む' },
  historyLead: {
    en: 'Answers that were given to another tool: date and score, and if you have them comment, e-mail address or ID, company, program. They count in trends with their own dates. No case is opened and nothing is sent. The same file can be imported again and changes nothing.',
    ja: '他のツールで集めた回答です。日付とスコア、あればコメント、メールアドレスまたは ID、会社名、プログラム名を取り込めます。回答日の実績として推移に集計し、ケースは作成せず、メールも送信しません。同じファイルを再度取り込んでも変更は生じません。',
  },
  historyWho: {
    en: 'Import customers first: answers are attached to people and companies that are known by then. Segments show them by what is known of the company today.',
    ja: '先に顧客リストを取り込んでください。回答は、登録済みの担当者・取引先に結び付けます。セグメント別の集計には、現在の取引先情報を使用します。',
  },
  whichProgram: { en: 'Where do these answers belong?', ja: '回答の属するプログラム' },
  program: { en: 'Program', ja: 'プログラム' },
  programHint: {
    en: 'Scores must fit its scale: NPS 0–10, CSAT 1–5, CES 1–7.',
    ja: 'スコアは尺度に合う必要があります（NPS 0〜10、CSAT 1〜5、CES 1〜7）。',
  },
  byColumn: { en: 'As a column says', ja: '列の値による' },
  newProgram: { en: 'A new program', ja: '新しいプログラム' },
  newName: { en: 'Name of the new program', ja: '新しいプログラムの名前' },
  newMetric: { en: 'Its question', ja: '設問の種類' },
  nps: { en: 'NPS, 0–10', ja: 'NPS（0〜10）' },
  csat: { en: 'CSAT, 1–5', ja: 'CSAT（1〜5）' },
  ces: { en: 'CES, 1–7', ja: 'CES（1〜7）' },
  addPeople: {
    en: 'Add people and companies that are not known yet',
    ja: '未登録の担当者・取引先を追加する',
  },
  addPeopleHint: {
    en: 'They then belong to the audience of future surveys. Otherwise their answers count without a name.',
    ja: '追加すると、今後のアンケートの対象になります。追加しない場合、その回答は氏名なしで集計します。',
  },
  answers: { en: 'Answers', ja: '回答' },
  anonymous: {
    en: '{n, plural, one {# of the new answers is} other {# of the new answers are}} by nobody who is known here.',
    ja: '新規の回答のうち {n, number} 件は、登録済みの担当者に結び付きません。',
  },
  seeAnswers: { en: 'See the answers', ja: '回答を見る' },
  seeTrend: { en: 'See the trend', ja: '推移を見る' },
} satisfies Record<string, Word>
