import type { Word } from '#app/platform/words.ts'

export const senderWords = {
  title: { en: 'Sender and sending', ja: '差出人と送信' },
  hint: { en: 'Mail provider, sender, domain and sandbox', ja: 'メール配信・差出人・ドメイン・サンドボックス' },
  lead: {
    en: 'Three things stand between this install and your customers. They are set in its environment, since they hold secrets.',
    ja: 'お客様に送信するまでに必要な設定は 3 つです。秘密情報を含むため、環境変数で設定します。',
  },
  done: { en: 'Done', ja: '完了' },
  toDo: { en: 'To do', ja: '未設定' },
  provider: { en: 'A way for mail to leave', ja: 'メールの送信経路' },
  providerMailbox: {
    en: 'Mail stays in the mailbox of this machine. Set RESEND_API_KEY, or SMTP_URL for your own mail server, and start again.',
    ja: 'メールはこのコンピューターのメールボックスに保管されます。RESEND_API_KEY、または自社メールサーバーの SMTP_URL を設定して再起動してください。',
  },
  providerResend: { en: 'Mail leaves through Resend.', ja: 'Resend を使って送信します。' },
  providerSmtp: {
    en: 'Mail leaves through your mail server (SMTP).',
    ja: '自社のメールサーバー（SMTP）を使って送信します。',
  },
  sender: { en: 'A sender of your own domain', ja: '自社ドメインの差出人' },
  senderNow: { en: 'Mail is sent from {from}.', ja: '差出人：{from}' },
  senderNone: {
    en: 'No provider takes mail from this address. Set MAIL_FROM, like “Sora <voice@sora.example>”.',
    ja: 'この差出人では配信サービスに拒否されます。MAIL_FROM を「Sora <voice@sora.example>」のように設定してください。',
  },
  record: { en: '{name} of {domain}', ja: '{domain} の {name}' },
  recordThere: { en: 'found', ja: 'あり' },
  recordMissing: { en: 'missing', ja: 'なし' },
  recordUnknown: { en: 'could not be looked up', ja: '確認できませんでした' },
  recordsHint: {
    en: 'Your provider tells you which SPF, DKIM and DMARC records to add; without them, mail lands in spam.',
    ja: '追加すべき SPF・DKIM・DMARC レコードは配信サービスの案内をご覧ください。未設定の場合、迷惑メールに分類されます。',
  },
  sandbox: { en: 'Sandbox lifted', ja: 'サンドボックスの解除' },
  sandboxNobody: {
    en: 'Mail leaves to nobody. Set MAIL_ALLOW to your own domain to try it among colleagues, then to * for everybody.',
    ja: 'どこにも送信されません。まず MAIL_ALLOW を自社ドメインにして社内で試し、その後 * にすると全員に送信できます。',
  },
  sandboxSome: {
    en: 'Mail leaves only to {allowed}. Set MAIL_ALLOW to * once you are sure.',
    ja: '{allowed} 宛てにのみ送信します。準備ができたら MAIL_ALLOW を * にしてください。',
  },
  sandboxLifted: { en: 'Mail leaves to everybody who may be written to.', ja: '送信可能なすべての宛先に送信します。' },
  test: { en: 'Send a test mail to me', ja: '自分にテストメールを送る' },
  testSent: { en: 'A test mail to {email} is on its way.', ja: '{email} 宛てにテストメールを送りました。' },
  mailSubject: { en: 'Koe can write to you', ja: 'Koe からのテストメール' },
  mailBody: {
    en: 'This mail took the same way as those to your customers. Look whether it landed in the inbox or in spam, and who stands as its sender.',
    ja: 'お客様宛てと同じ経路で送信したテストメールです。受信トレイに届いたか、差出人が正しく表示されているかをご確認ください。',
  },
  mailButton: { en: 'Sender and sending', ja: '差出人と送信の設定' },
  mailNote: { en: 'You asked for it in the settings of Koe.', ja: 'Koe の設定画面からの操作により送信しました。' },
} satisfies Record<string, Word>
