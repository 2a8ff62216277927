import type { Word } from '#app/platform/words.ts'

export const setUpWords = {
  title: { en: 'Set up Koe', ja: 'Koe の初期設定' },
  progress: { en: '{done} of {all} done', ja: '{all} 件中 {done} 件完了' },
  done: { en: 'Done', ja: '完了' },
  start: { en: 'Start', ja: '始める' },
  hide: { en: 'Hide this list', ja: 'この一覧を隠す' },
  organisation: { en: 'Say who you are', ja: '会社情報を登録' },
  organisationHint: {
    en: 'Name, postal address, time zone, currency, fiscal year.',
    ja: '名称・住所・タイムゾーン・通貨・会計年度',
  },
  brand: { en: 'Look like yourself', ja: 'ブランドを設定' },
  brandHint: { en: 'Logo, colour and sender that customers see.', ja: 'お客様に表示されるロゴ・色・差出人' },
  calendar: { en: 'Say when you work', ja: '営業日と営業時間を設定' },
  calendarHint: { en: 'Due times count working hours only.', ja: '対応期限は営業時間だけで計算します。' },
  people: { en: 'Invite a colleague', ja: '同僚を招待' },
  peopleHint: {
    en: 'Whoever answers customers, and who asks promoters.',
    ja: 'お客様対応の担当者や、推奨者に依頼する担当者',
  },
  import: { en: 'Import your customers', ja: '顧客を取り込む' },
  importHint: {
    en: 'A CSV file of accounts and contacts, as your CRM exports it.',
    ja: 'CRM から書き出した取引先と連絡先の CSV ファイルを使います。',
  },
  owners: { en: 'Give every account an owner', ja: 'すべての取引先に担当者を設定' },
  ownersHint: {
    en: 'An unhappy customer’s case goes to the owner of their account.',
    ja: '不満の声は、取引先の担当者に割り当てられます。',
  },
  program: { en: 'Make a program', ja: '調査プログラムを作る' },
  programHint: {
    en: 'Which question is asked, in whose name, and of whom.',
    ja: '何を、誰の名前で、誰に尋ねるかを決めます。',
  },
  launch: { en: 'Launch it', ja: '送信を始める' },
  launchHint: {
    en: 'You see how many people get it, and who does not and why, before anything is sent.',
    ja: '送信前に、届く人数と、届かない人とその理由を確認できます。',
  },
  sender: { en: 'Connect a mail provider', ja: 'メール送信を設定' },
  senderHint: { en: 'A provider, and a sender of your own domain.', ja: '配信サービスと、自社ドメインの差出人' },
  sandbox: { en: 'Lift the sandbox', ja: 'サンドボックスを解除' },
  sandboxHint: { en: 'Until then no mail reaches your customers.', ja: '解除するまで、お客様にメールは届きません。' },
  emptyTitle: { en: 'Nobody has answered yet', ja: 'まだ回答がありません' },
  emptyBody: {
    en: 'This page shows how your customers feel, once they have told you.',
    ja: 'お客様の回答が集まると、この画面に結果が表示されます。',
  },
} satisfies Record<string, Word>
