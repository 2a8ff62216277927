import type { Word } from '#app/platform/words.ts'

export const doorErrors = {
  too_many_doors: {
    en: 'A program has at most {n, number} doors. Use one of those that are shut.',
    ja: '1 つのプログラムに作成できる入口は {n, number} 件までです。閉じている入口をご利用ください。',
  },
  door_without_secret: { en: 'Only a widget has a secret.', ja: '署名キーがあるのはウィジェットのみです。' },
} satisfies Record<string, Word>

export const doorWords = {
  doors: { en: 'Doors', ja: '入口' },
  none: { en: 'No other door yet', ja: 'メール以外の入口はまだありません' },
  noneText: {
    en: 'Ask beside the mail, too: by a link or a printed QR code that anybody can open, or by a widget inside your product. Every answer goes through the same loop.',
    ja: 'メール以外でもお聞きできます。どなたでも開けるリンクや QR コード、または製品に組み込むウィジェットを用意できます。どの回答も同じ流れでフォローされます。',
  },
  add: { en: 'Add a door', ja: '入口を追加' },
  addLead: {
    en: 'A way into “{program}” beside the mail.',
    ja: '「{program}」への、メール以外の入口を作成します。',
  },
  kind: { en: 'What kind', ja: '種類' },
  link: { en: 'Link and QR code', ja: 'リンクと QR コード' },
  linkHint: {
    en: 'For everybody who opens it: on a counter, a receipt, a web page. No name is asked for.',
    ja: '受付、レシート、ウェブページなどに掲示し、どなたでも回答できます。お名前は伺いません。',
  },
  widget: { en: 'Widget in a product', ja: '製品内のウィジェット' },
  widgetHint: {
    en: 'A small dialog on your own pages. Your product signs who is there, so the answer comes with the person.',
    ja: '自社のページに小さなダイアログを表示します。製品側の署名により、どなたの回答か分かります。',
  },
  name: { en: 'Where it is', ja: '設置場所' },
  nameHint: {
    en: 'For your colleagues: “Reception desk”, “After a ticket”.',
    ja: '社内での呼び名です（例：受付カウンター、お問い合わせ完了後）。',
  },
  perHour: { en: 'Answers an hour, at most', ja: '1 時間あたりの回答数の上限' },
  perHourHint: {
    en: 'What comes above is asked to come back later; what was typed stays on the page. One network sends at most 120 an hour.',
    ja: '上限を超えた方には、入力内容を残したまま時間をおいての送信をお願いします。同じネットワークからは 1 時間に 120 件までです。',
  },
  origins: { en: 'Pages that may show it', ja: '表示を許可するページ' },
  originsHint: {
    en: 'One origin a line, such as https://app.example.com. No other site can ask or answer.',
    ja: '1 行に 1 つずつ入力します（例：https://app.example.com）。ほかのサイトでは表示も回答もできません。',
  },
  anonymous: { en: 'Also ask people nobody vouches for', ja: '署名のない方にも質問する' },
  anonymousHint: {
    en: 'Without a signed id the answer comes without a name, and counts as not verified. A broken signature is refused in any case.',
    ja: '署名がない場合、回答はお名前なし・未確認として扱われます。署名が正しくない場合は、常に拒否されます。',
  },
  create: { en: 'Create door', ja: '入口を作成' },
  created: { en: 'The door is open.', ja: '入口を開きました。' },
  saved: { en: 'Saved.', ja: '保存しました。' },
  open: { en: 'Open', ja: '受付中' },
  shut: { en: 'Shut', ja: '停止中' },
  waits: { en: 'Opens when the program is live', ja: 'プログラムの公開後に利用できます' },
  answers: { en: 'Answers', ja: '回答' },
  last: { en: 'Last answer', ja: '最新の回答' },
  noAnswers: { en: 'None yet', ja: 'まだありません' },
  seeAnswers: { en: 'Read the answers', ja: '回答を見る' },
  shutIt: { en: 'Shut', ja: '受付を停止' },
  openIt: { en: 'Open again', ja: '受付を再開' },
  shutSaid: { en: '“{name}” is shut.', ja: '「{name}」の受付を停止しました。' },
  openSaid: { en: '“{name}” is open.', ja: '「{name}」の受付を再開しました。' },
  replace: { en: 'Replace the link…', ja: 'リンクを差し替える…' },
  replaceTitle: { en: 'Replace the link of “{name}”?', ja: '「{name}」のリンクを差し替えますか？' },
  replaceBody: {
    en: 'Every printed code and every place where the present link stands stops working at once. Answers that came in stay. This can’t be undone.',
    ja: '印刷済みのコードや現在のリンクは、直ちにすべて使えなくなります。受け取った回答はそのまま残ります。元に戻すことはできません。',
  },
  replaceConfirm: { en: 'Replace it', ja: '差し替える' },
  replaced: {
    en: 'There is a new link. Print and share it anew.',
    ja: '新しいリンクになりました。印刷と共有をやり直してください。',
  },
  theLink: { en: 'The link', ja: 'リンク' },
  qr: { en: 'QR code', ja: 'QR コード' },
  qrAlt: { en: 'QR code of this link', ja: 'このリンクの QR コード' },
  print: { en: 'Print', ja: '印刷' },
  poster: { en: 'Poster to print', ja: '印刷用ポスター' },
  trust: { en: 'What these answers are worth', ja: '回答の信頼度について' },
  trustText: {
    en: 'Anybody with the link can answer, and more than once: nobody checks who they are. Each answer is marked “not verified” wherever it is read, exported or sent on. It counts in this program’s score and opens a case as this program’s rules say, since nobody should go unheard; it is in no response rate. Should it not count in your NPS, use a program of its own with “counts in the score” off.',
    ja: 'リンクを知っている方はどなたでも、何度でも回答でき、ご本人の確認は行いません。各回答は、画面・書き出し・連携のいずれでも「未確認」と表示されます。このプログラムの設定に従って集計され、フォローアップも作成されます（回答率には含まれません）。NPS に含めたくない場合は、「集計に含める」をオフにした専用のプログラムをご利用ください。',
  },
  secretTitle: { en: 'The secret of this widget', ja: 'このウィジェットの署名キー' },
  secretOnce: {
    en: 'Copy it now into your product’s server: it is shown only once. Keep it out of pages and apps.',
    ja: '製品のサーバーに今すぐ保存してください。表示されるのは今回だけです。ページやアプリには含めないでください。',
  },
  rotate: { en: 'New secret…', ja: '署名キーを再発行…' },
  rotateTitle: { en: 'Make a new secret for “{name}”?', ja: '「{name}」の署名キーを再発行しますか？' },
  rotateBody: {
    en: 'Ids that are signed with the present secret are refused at once, until your product signs with the new one.',
    ja: '現在の署名キーで署名された ID は、製品側で新しいキーに切り替えるまで、直ちに拒否されます。',
  },
  rotateConfirm: { en: 'Make a new secret', ja: '再発行する' },
  goOn: { en: 'Go to the door', ja: '入口のページへ' },
  embed: { en: 'Put it on your pages', ja: 'ページへの組み込み' },
  embedText: {
    en: 'With a contact it asks by itself when the page opens; with data-ask="later", or without a contact, when your code calls koe.ask(). Who has opted out, was asked lately or has an open case sees nothing. If your pages have a content security policy, allow this address in script-src and connect-src.',
    ja: '連絡先の署名がある場合は、ページを開いたときに自動で質問します。data-ask="later" を指定した場合や署名がない場合は、koe.ask() を呼び出したときに質問します。配信停止をご希望の方、最近お聞きした方、対応中の方には何も表示されません。コンテンツセキュリティポリシーがある場合は、script-src と connect-src にこのアドレスを追加してください。',
  },
  sign: { en: 'Sign who is there', ja: '署名の作成' },
  signText: {
    en: 'On your server, for each page: a JSON Web Token with HS256. “sub” is the external id of the contact in Koe, or use “email”; “exp” lies at most 24 hours ahead; “ref” (optional) names a ticket, which is then asked about once.',
    ja: 'サーバー側で、ページごとに HS256 の JSON Web Token を作成します。「sub」には Koe の連絡先の外部 ID を指定します（代わりに「email」も使えます）。「exp」は 24 時間以内、「ref」（任意）にはチケット番号などを指定し、同じものについては一度だけ質問します。',
  },
  node: { en: 'Node.js', ja: 'Node.js' },
  shell: { en: 'Shell', ja: 'シェル' },
  settings: { en: 'Settings', ja: '設定' },
  noOrigins: {
    en: 'No page may show it yet. Add an origin below.',
    ja: 'まだどのページでも表示できません。下の設定で追加してください。',
  },
} satisfies Record<string, Word>
