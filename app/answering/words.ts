import type { Word } from '#app/platform/words.ts'

export const answeringWords = {
  survey: { en: 'Your opinion', ja: 'アンケート' },
  dear: { en: 'Hello {name},', ja: '{name} 様' },
  score: { en: '{score} of {max}', ja: '{max} 点満点中 {score} 点' },
  comment: { en: 'Why? In a few words, if you like.', ja: '理由をひとことお聞かせください（任意）。' },
  optional: { en: 'Optional', ja: '任意' },
  send: { en: 'Send my answer', ja: '回答を送信する' },
  again: {
    en: 'You have answered already, with {score}. You can change your answer here.',
    ja: 'すでに「{score}」とご回答いただいています。こちらで変更できます。',
  },
  pressAgain: {
    en: 'Please press the button once more, so that we know a person sent this.',
    ja: 'ご本人による送信であることを確認するため、お手数ですが、もう一度ボタンを押してください。',
  },
  pressAgainButton: { en: 'Yes, send {score}', ja: '「{score}」で送信する' },
  confirmChange: {
    en: 'You answered {from} before. Change it to {to}?',
    ja: '前回は「{from}」とご回答いただきました。「{to}」に変更しますか。',
  },
  confirmComment: {
    en: 'You sent a comment with your {from} before. Replace it with this one?',
    ja: '前回「{from}」とともにいただいたコメントを、今回のコメントに置き換えますか。',
  },
  changeButton: { en: 'Yes, change it to {to}', ja: '「{to}」に変更する' },
  replaceButton: { en: 'Yes, replace it', ja: '置き換える' },
  keep: { en: 'No, keep my answer', ja: '変更せず、前回の回答のままにする' },
  previewed: { en: 'This is a preview. Nothing is sent from here.', ja: 'これはプレビューです。送信はされません。' },

  thanks: { en: 'Thank you', ja: 'ありがとうございます' },
  youAnswered: { en: 'Your answer: {score}', ja: 'ご回答：{score}' },
  change: { en: 'Change my answer or add a comment', ja: '回答を変更する・コメントを追加する' },

  why: { en: 'Why do I see this, and who reads it?', ja: 'このアンケートについて' },
  privacy: { en: 'How we handle your data', ja: '個人情報の取り扱い' },
  otherLanguage: { en: '日本語で表示する', ja: 'Read this in English' },
  unsubscribe: { en: 'Receive no more surveys', ja: 'アンケートの配信を停止する' },
  trademark: {
    en: 'Net Promoter and NPS are registered trademarks of Bain & Company, Inc., NICE Satmetrix, Inc., and Fred Reichheld.',
    ja: 'Net Promoter および NPS は、Bain & Company、NICE Satmetrix、Fred Reichheld の登録商標です。',
  },

  noScore: { en: 'Please choose a number before sending.', ja: '送信する前に、数字をひとつお選びください。' },
  oneScore: {
    en: 'Please choose exactly one number from {min} to {max}.',
    ja: '{min} から {max} までの数字をひとつだけお選びください。',
  },
  tooLong: {
    en: 'Your comment has {n, number} characters; at most {max, number} fit. Please shorten it a little.',
    ja: 'コメントは {n, number} 文字です。{max, number} 文字以内に短くしていただけますか。',
  },
  notAForm: {
    en: 'We could not read what was sent. Please fill in the form and send it again.',
    ja: '送信内容を読み取れませんでした。もう一度ご入力のうえ、送信してください。',
  },
  tooLarge: {
    en: 'That was more than we can take in. What could be read stands below; please shorten it and send it again.',
    ja: '送信内容が大きすぎました。読み取れた部分を下に残しましたので、短くしてもう一度お送りください。',
  },
  tooOften: {
    en: 'This link was used very often in a short time. Please try again in an hour.',
    ja: '短時間に何度も送信されたため、受け付けを一時停止しています。1 時間ほど後にもう一度お試しください。',
  },
  busy: {
    en: 'We could not save your answer just now. Nothing you typed is lost: please press the button again in a moment.',
    ja: '現在、回答を保存できませんでした。入力内容はそのまま残っています。しばらくしてから、もう一度ボタンを押してください。',
  },
  notSaved: {
    en: 'We could not save that just now. Please try again in a moment.',
    ja: '現在、保存できませんでした。しばらくしてから、もう一度お試しください。',
  },
  yourText: {
    en: 'What you wrote, in case you want to keep it:',
    ja: 'ご入力いただいた内容（必要に応じてお控えください）：',
  },

  unknown: { en: 'This link is not complete', ja: 'リンクが正しくありません' },
  unknownText: {
    en: 'Part of the address seems to be missing. Please open the link in the mail again, or copy it as a whole.',
    ja: 'アドレスの一部が欠けている可能性があります。メールのリンクをもう一度開くか、全体をコピーしてお試しください。',
  },
  revoked: { en: 'This link has been replaced', ja: 'このリンクは新しいものに置き換えられました' },
  revokedText: {
    en: 'There is a newer mail from us with a link that works. Please use that one.',
    ja: '新しいメールに記載のリンクをご利用ください。',
  },
  expired: { en: 'This survey has ended', ja: 'このアンケートは終了しました' },
  expiredText: {
    en: 'Thank you for wanting to answer. The time for it has passed; if something is on your mind, simply reply to our mail.',
    ja: 'ご回答いただこうとしてくださり、ありがとうございます。受付期間は終了しましたが、お気づきの点はメールへの返信でお寄せください。',
  },
  cancelled: { en: 'This survey was called off', ja: 'このアンケートは中止されました' },
  cancelledText: { en: 'There is nothing you need to do.', ja: 'お手続きは必要ありません。' },

  offTitle: { en: 'Receive no more surveys', ja: 'アンケートの配信停止' },
  offLead: {
    en: 'Choose what you no longer want from {company}.',
    ja: '{company} からの配信を停止する対象をお選びください。',
  },
  offProgram: { en: 'Only this survey: {program}', ja: 'このアンケートのみ：{program}' },
  offAll: { en: 'All surveys', ja: 'すべてのアンケート' },
  offButton: { en: 'Stop sending', ja: '配信を停止する' },
  offDone: { en: 'Done. We will not send you this again.', ja: '配信を停止しました。' },
  offDoneProgram: {
    en: 'You will no longer receive this survey: {program}.',
    ja: '今後、このアンケートはお送りしません：{program}',
  },
  offDoneAll: { en: 'You will no longer receive any survey from us.', ja: '今後、アンケートはお送りしません。' },
  offUndo: { en: 'That was a mistake: send them again', ja: '取り消して、配信を再開する' },
  onAgain: {
    en: 'Undone. You will receive our surveys as before.',
    ja: '配信を再開しました。これまでどおりお送りします。',
  },
  offAlready: { en: 'You have stopped this before.', ja: 'すでに配信を停止しています。' },
} satisfies Record<string, Word>

export const answeringErrors = {
  score_outside: { en: 'This number is not on the scale.', ja: 'この数字は選択肢にありません。' },
} satisfies Record<string, Word>
