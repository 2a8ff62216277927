import type { TemplateVariable } from '#app/cases/replies/template.ts'
import type { Word } from '#app/platform/words.ts'

export const templateWords = {
  title: { en: 'Reply templates', ja: '返信テンプレート' },
  lead: {
    en: 'Words to begin a reply with, by topic and language. On a case, i offers those that fit it first and fills in what is known of the person.',
    ja: 'トピックと言語ごとの返信文のひな形です。フォローアップの画面で i を押すと、内容に合うものから順に表示され、お客様の情報が差し込まれます。',
  },
  add: { en: 'New template', ja: 'テンプレートを作成' },
  editTitle: { en: 'Edit the template', ja: 'テンプレートを編集' },
  name: { en: 'Name', ja: '名称' },
  nameHint: { en: 'For colleagues; customers never see it.', ja: '社内用です。お客様には表示されません。' },
  topic: { en: 'Topic', ja: 'トピック' },
  anyTopic: { en: 'Any topic', ja: 'すべてのトピック' },
  language: { en: 'Language', ja: '言語' },
  subject: { en: 'Subject', ja: '件名' },
  body: { en: 'Text', ja: '本文' },
  uses: { en: 'Used', ja: '使用回数' },
  lastUsed: { en: 'Last used', ja: '最終使用' },
  shipped: { en: 'From Koe', ja: '標準' },
  archive: { en: 'Archive', ja: 'アーカイブ' },
  archiveOf: { en: 'Archive: {name}', ja: 'アーカイブ：{name}' },
  restore: { en: 'Bring back', ja: '復元' },
  restoreOf: { en: 'Bring back: {name}', ja: '復元：{name}' },
  archived: { en: 'Archived', ja: 'アーカイブ済み' },
  empty: { en: 'No template is in use', ja: '使用中のテンプレートはありません' },
  emptyText: {
    en: 'Write the first one, or bring an archived one back.',
    ja: '新しく作成するか、アーカイブから復元してください。',
  },
  allLanguages: { en: 'All languages', ja: 'すべての言語' },
  variables: { en: 'What can be filled in', ja: '差し込める項目' },
  variablesHint: {
    en: 'Write a name in two braces. What isn’t known of the person stays as it is, and the mail isn’t sent before you have seen to it.',
    ja: '項目名を二重の波括弧で囲みます。お客様の情報がない項目はそのまま残り、修正するまで送信できません。',
  },
  preview: { en: 'As it would read', ja: 'プレビュー' },
  previewOf: { en: 'With the newest open case: {name}', ja: '最新のフォローアップの例：{name}' },
  previewNobody: {
    en: 'There is no open case to show it with, so nothing is filled in.',
    ja: '対応中のフォローアップがないため、差し込みなしで表示しています。',
  },
  saidAdded: { en: 'The template is there: {name}', ja: 'テンプレートを作成しました：{name}' },
  saidEdited: { en: 'The template is changed: {name}', ja: 'テンプレートを変更しました：{name}' },
  saidArchived: { en: 'Archived: {name}', ja: 'アーカイブしました：{name}' },
  saidRestored: { en: 'Brought back: {name}', ja: '復元しました：{name}' },
} satisfies Record<string, Word>

export const variableWords: Record<TemplateVariable, Word> = {
  first_name: { en: 'First name of the person; Japanese names whole', ja: '名（日本語の氏名は全体）' },
  name: { en: 'Their whole name', ja: '氏名' },
  account: { en: 'Their company', ja: '会社名' },
  score: { en: 'Their newest score on the case', ja: '最新の点数' },
  program: { en: 'The survey they answered', ja: '回答したアンケート' },
  my_name: { en: 'Who writes the reply', ja: '返信を書く人の名前' },
  organisation: { en: 'Our company', ja: '自社名' },
}

/** On the page of a case. */
export const replyWords = {
  templates: { en: 'Template', ja: 'テンプレート' },
  search: { en: 'Search templates', ja: 'テンプレートを検索' },
  offered: { en: 'Templates', ja: 'テンプレート' },
  loading: { en: 'Fetching templates…', ja: 'テンプレートを読み込んでいます…' },
  failed: {
    en: 'The templates could not be fetched. Try again.',
    ja: 'テンプレートを読み込めませんでした。もう一度お試しください。',
  },
  nothing: { en: 'No template of that name', ja: '該当するテンプレートはありません' },
  none: { en: 'There are no templates yet.', ja: 'テンプレートはまだありません。' },
  fits: { en: 'Fits this case', ja: 'この内容に合うもの' },
  inserted: { en: 'Inserted: {name}', ja: '挿入しました：{name}' },
  takeBack: { en: 'Take it out again', ja: '挿入を取り消す' },
  filledForOther: {
    en: 'The text was filled in for {name}. Look through it before you send it to somebody else.',
    ja: '本文は {name} 様向けに差し込まれています。別の方に送る前に内容をご確認ください。',
  },
  to: { en: 'To', ja: '宛先' },
  subject: { en: 'Subject', ja: '件名' },
  text: { en: 'Text', ja: '本文' },
  send: { en: 'Send', ja: '送信する' },
  recordOnly: { en: 'Only record it', ja: '記録のみ' },
  recordHint: {
    en: 'Send mails it from here (Ctrl Enter). Only record it: you have written elsewhere. Both stop the clock.',
    ja: '「送信する」でここからメールを送ります（Ctrl+Enter）。別の方法で送った場合は「記録のみ」。どちらも期限の計測が止まります。',
  },
  bcc: {
    en: 'BCC this address to file a mail on this case:',
    ja: 'メールを記録するには、このアドレスを BCC に入れてください：',
  },
  saidSent: {
    en: 'The mail is on its way, and the clock has stopped.',
    ja: 'メールを送信し、期限の計測を止めました。',
  },
  waits: { en: 'waits to be sent', ja: '送信待ち' },
  notSent: { en: 'not sent', ja: '送信されませんでした' },
  uncertain: { en: 'unclear whether it was sent', ja: '送信状況が不明' },
  bounced: { en: 'came back', ja: '不達' },
} satisfies Record<string, Word>

/** The subject of a reply until somebody writes another one. */
export const usualSubject: Word = { en: 'Your feedback', ja: 'いただいたご意見につきまして' }

export const replyErrors = {
  template_variable: {
    en: 'There is no such thing to fill in: {names}',
    ja: '差し込めない項目が含まれています：{names}',
  },
  template_braces: {
    en: 'A pair of braces is not closed. Write it like this: two braces, a name, two braces.',
    ja: '波括弧が閉じられていません。項目名の前後を二重の波括弧で囲んでください。',
  },
  template_topic: { en: 'Choose a topic that is in use.', ja: '使用中のトピックを選んでください。' },
  too_many_templates: {
    en: 'There are 200 templates already. Archive one first.',
    ja: 'テンプレートが上限（200 件）に達しています。先に不要なものをアーカイブしてください。',
  },
  reply_open: {
    en: 'Something is still to be filled in: {name}',
    ja: '未入力の項目が残っています：{name}',
  },
  reply_address: {
    en: 'Nobody knows an address of this person to write to.',
    ja: 'このお客様のメールアドレスがありません。',
  },
  reply_other: {
    en: 'This page has sent a mail already, with other words. Look at the timeline, then load the page again to write another.',
    ja: 'このページからは、別の内容のメールがすでに送信されています。履歴をご確認のうえ、ページを再読み込みしてから改めてお書きください。',
  },
  reply_suppressed: {
    en: 'Nothing is sent to this address: a mail came back or was reported. Call them, or have an admin lift it.',
    ja: '過去の不達などにより、このアドレスには送信できません。電話で連絡するか、管理者に配信停止の解除を依頼してください。',
  },
} satisfies Record<string, Word>
