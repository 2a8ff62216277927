import type { StaffVerb } from '#app/advocacy/quotes/quote-form.ts'
import type { Word } from '#app/platform/words.ts'
import type { BylinePart, QuoteBlock, QuoteState } from '#db/enums/advocacy-quotes.ts'

export const quoteStateWords: Record<QuoteState, Word> = {
  draft: { en: 'Draft', ja: '下書き' },
  sent: { en: 'Waiting for approval', ja: '承認待ち' },
  approved: { en: 'Approved', ja: '承認済み' },
  published: { en: 'Published', ja: '公開中' },
  declined: { en: 'Declined', ja: '辞退' },
  withdrawn: { en: 'Withdrawn', ja: '取り下げ' },
}

export const quoteVerbWords: Record<StaffVerb, Word> = {
  send: { en: 'Send for approval', ja: '承認を依頼' },
  publish: { en: 'Publish', ja: '公開' },
  unpublish: { en: 'Take down', ja: '非公開にする' },
  up: { en: 'Move up', ja: '上へ' },
  down: { en: 'Move down', ja: '下へ' },
  remove: { en: 'Delete', ja: '削除' },
}

/** Said after the verb. */
export const quoteSaidWords: Record<StaffVerb, Word> = {
  send: {
    en: 'On its way to the customer. Nothing is published before they approve.',
    ja: 'お客様に承認依頼をお送りします。承認いただくまで公開されません。',
  },
  publish: { en: 'The quote is published.', ja: 'お客様の声を公開しました。' },
  unpublish: { en: 'The quote is no longer public.', ja: 'お客様の声を非公開にしました。' },
  up: { en: 'Moved up.', ja: '上へ移動しました。' },
  down: { en: 'Moved down.', ja: '下へ移動しました。' },
  remove: { en: 'The quote is deleted.', ja: 'お客様の声を削除しました。' },
}

export const partWords: Record<BylinePart, Word> = {
  name: { en: 'Name', ja: '氏名' },
  title: { en: 'Title', ja: '役職' },
  company: { en: 'Company', ja: '会社名' },
}

export const quoteBlockWords: Record<QuoteBlock, Word> = {
  erased: { en: 'The person was erased.', ja: 'この方の個人データは削除されています。' },
  left: { en: 'The person has left the company.', ja: 'この方は退職されています。' },
  no_email: { en: 'There is no e-mail address.', ja: 'メールアドレスが登録されていません。' },
  no_consent: {
    en: 'The person does not agree (any more) to be quoted.',
    ja: 'この方から引用への同意をいただいていません（または取り消されています）。',
  },
  unsubscribed: {
    en: 'The person does not want mail like this.',
    ja: 'この方はこの種のメールの受信を希望されていません。',
  },
  held: { en: 'The person or the account is on hold.', ja: 'この方または取引先への連絡は保留中です。' },
  case_open: {
    en: 'A case of the account is open. Settle it first.',
    ja: '取引先のフォローアップが完了していません。先に対応してください。',
  },
}

export const quoteWords = {
  quotes: { en: 'Quotes', ja: 'お客様の声の公開' },
  quote: { en: 'Quote', ja: 'お客様の声' },
  lead: {
    en: 'What happy customers wrote, published once they have approved the very words.',
    ja: '高評価のお客様の言葉を、ご本人の承認をいただいたうえで公開します。',
  },
  made: { en: 'A draft was made. Nothing is sent yet.', ja: '下書きを作成しました。まだ送信していません。' },
  edited: {
    en: 'Saved. The customer has to approve this wording.',
    ja: '保存しました。この文面にはお客様の承認が必要です。',
  },
  original: { en: 'As the customer wrote it', ja: 'お客様が書いた原文' },
  now: { en: 'As it would be published', ja: '公開する文面' },
  public: { en: 'As it is published', ja: '公開中の文面' },
  removedMark: { en: 'Struck through: left out', ja: '取り消し線：削除した部分' },
  addedMark: { en: 'Underlined: added', ja: '下線：追加した部分' },
  same: { en: 'Word for word.', ja: '原文のままです。' },
  edit: { en: 'Edit', ja: '編集' },
  text: { en: 'Wording', ja: '文面' },
  shown: { en: 'Shown under it', ja: '併記する情報' },
  shownHint: {
    en: 'The customer can take any of these out.',
    ja: 'お客様は、承認の際にいずれも非表示にできます。',
  },
  logoShown: { en: 'Logo of the company', ja: '会社のロゴ' },
  removeLogo: { en: 'Remove the logo', ja: 'ロゴを削除' },
  logoHint: {
    en: 'PNG, JPEG or WebP, up to 200 KB. The customer sees it before they approve.',
    ja: 'PNG・JPEG・WebP（200 KB まで）。承認の前にお客様に表示されます。',
  },
  logoNoConsent: {
    en: 'PNG, JPEG or WebP, up to 200 KB. It is shown once the company has agreed to be quoted; so far it has not.',
    ja: 'PNG・JPEG・WebP（200 KB まで）。会社として引用に同意いただくまで表示されません（現在は未同意です）。',
  },
  rewarded: { en: 'The person received a thank-you gift', ja: 'お礼の品をお贈りしています' },
  rewardedHint: {
    en: 'The quote then says so wherever it is shown.',
    ja: '公開先では必ずその旨が表示されます。',
  },
  labelStays: {
    en: 'This person has, or will have, a gift for a quote or a review: the label stays.',
    ja: 'この方にはレビューや引用への謝礼があるため、表示を外すことはできません。',
  },
  save: { en: 'Save as draft', ja: '下書きとして保存' },
  editNew: {
    en: 'The customer has approved this wording. Another one needs their approval again, and is not public until then.',
    ja: 'お客様はこの文面を承認されています。変更すると再度の承認が必要となり、それまで公開されません。',
  },
  editSent: {
    en: 'The customer is asked about this wording now. Saving another one takes the request back.',
    ja: 'この文面の承認を依頼中です。変更を保存すると、依頼は取り消されます。',
  },
  editAgreed: { en: 'Save as a new draft', ja: '新しい下書きとして保存' },
  sure: {
    en: 'Set aside what was agreed, and take it down if it is public',
    ja: '承認済みの内容を取り消し、公開中の場合は非公開にする',
  },
  sureSent: { en: 'Take the request back', ja: '承認の依頼を取り消す' },
  sendTitle: { en: 'Send this to {name}?', ja: '{name} 様に送信しますか？' },
  sendBody: {
    en: 'One mail with a link. There the customer reads exactly what would be published, may correct it, and approves or declines.',
    ja: 'リンクを記載したメールを 1 通お送りします。お客様は公開される内容を確認し、必要に応じて修正のうえ、承認または辞退できます。',
  },
  publishTitle: { en: 'Publish this quote?', ja: 'この声を公開しますか？' },
  publishBody: {
    en: 'Everybody on the web can read it, with what the customer allowed of their name.',
    ja: 'お客様が許可した範囲の情報とともに、誰でも閲覧できるようになります。',
  },
  closedBody: {
    en: 'The public pages are switched off, so nobody sees it yet.',
    ja: '現在、公開ページはオフのため、まだ誰にも表示されません。',
  },
  unpublishTitle: { en: 'Take this quote down?', ja: 'この声を非公開にしますか？' },
  unpublishBody: {
    en: 'It is gone from the page, the block and JSON at once. It stays approved.',
    ja: 'ページ・埋め込み・JSON からただちに消えます。承認済みの状態は残ります。',
  },
  removeTitle: { en: 'Delete this quote?', ja: 'この声を削除しますか？' },
  removeBody: {
    en: 'The wording is lost. What the customer answered stays.',
    ja: '編集した文面は失われます。お客様の回答は残ります。',
  },
  fault: { en: 'The mail did not reach the customer: {why}', ja: 'メールがお客様に届きませんでした：{why}' },
  sentAt: { en: 'Sent for approval', ja: '承認依頼日' },
  approvedAt: { en: 'Approved', ja: '承認日' },
  publishedAt: { en: 'Published', ja: '公開日' },
  withdrawnAt: { en: 'Withdrawn', ja: '取り下げ日' },
  person: { en: 'Customer', ja: 'お客様' },
  answer: { en: 'The answer', ja: '元の回答' },
  seeAnswer: { en: 'See the answer', ja: '回答を見る' },
  empty: { en: 'No quotes here', ja: '該当する声はありません' },
  emptyDraft: {
    en: 'Choose “Make a quote” beside an advocate who agrees to be quoted and wrote a comment.',
    ja: '引用に同意し、コメントをくださったアンバサダーの「引用を作成」から始めてください。',
  },
  toAdvocates: { en: 'See the advocates', ja: 'アンバサダーを見る' },
  proof: { en: 'Public pages', ja: '公開ページ' },
  proofOff: {
    en: 'Switched off: nobody can see published quotes.',
    ja: 'オフ：公開中の声は誰にも表示されません。',
  },
  proofOn: { en: 'Switched on', ja: 'オン' },
  proofShown: { en: 'Show published quotes to everybody', ja: '公開中の声を一般に表示する' },
  origins: { en: 'Sites that may embed the block', ja: '埋め込みを許可するサイト' },
  originsHint: {
    en: 'One a line, such as https://www.example.com. Empty: any site.',
    ja: '1 行に 1 つ入力してください（例：https://www.example.com）。空欄の場合はすべてのサイトを許可します。',
  },
  proofSave: { en: 'Save', ja: '保存' },
  proofSaved: { en: 'Saved.', ja: '保存しました。' },
  page: { en: 'Page', ja: 'ページ' },
  block: { en: 'Block to embed', ja: '埋め込みコード' },
  json: { en: 'For programs (JSON)', ja: 'プログラム用（JSON）' },
} satisfies Record<string, Word>

/** What stands on the public pages and under every quote. */
export const publicWords = {
  logo: { en: 'Logo of the company', ja: '会社のロゴ' },
  title: { en: 'What our customers say', ja: 'お客様の声' },
  customer: { en: 'A customer', ja: 'お客様' },
  rewarded: { en: 'Received a thank-you gift', ja: 'お礼の品を受け取っています' },
  none: { en: 'Nothing has been published yet.', ja: 'まだ公開されている声はありません。' },
  more: { en: 'More voices', ja: '続きを見る' },
  first: { en: 'To the first page', ja: '最初のページへ' },
  all: { en: 'See all voices', ja: 'すべての声を見る' },
} satisfies Record<string, Word>

export const quoteMailWords = {
  subject: {
    en: '{company}: may we publish your words?',
    ja: '【{company}】お客様の声の掲載について（ご確認のお願い）',
  },
  hello: { en: 'Dear {name},', ja: '{name} 様' },
  lead: {
    en: 'You allowed {company} to publish what you wrote, after showing it to you first. This is what we would like to publish:',
    ja: '以前、ご記入いただいた内容の公開にご同意いただき、誠にありがとうございます。{company} では、次の内容での掲載を希望しております。',
  },
  link: { en: 'Read, correct, approve or decline', ja: '内容を確認し、修正・承認または辞退する' },
  note: {
    en: 'Nothing is published unless you approve it. You can take it back at any time by the same link.',
    ja: 'ご承認いただかない限り公開されることはありません。また、同じリンクからいつでも取り下げていただけます。',
  },
} satisfies Record<string, Word>

export const quoteErrors = {
  proof_origins: {
    en: 'Give sites as https://www.example.com, one a line, at most 20.',
    ja: 'サイトは https://www.example.com の形式で 1 行に 1 つ、20 件以内で入力してください。',
  },
  quote_nothing: {
    en: 'Only a happy answer with a comment can become a quote.',
    ja: '引用を作成できるのは、コメントのある高評価の回答だけです。',
  },
  quote_changed: {
    en: 'The quote was changed meanwhile. Have a look and try again.',
    ja: '表示中に内容が変更されました。確認して、もう一度お試しください。',
  },
  quote_state: {
    en: 'The quote is no longer in the state you saw. Have a look and try again.',
    ja: '表示中に状態が変わりました。確認して、もう一度お試しください。',
  },
  quote_block_erased: quoteBlockWords.erased,
  quote_block_left: quoteBlockWords.left,
  quote_block_no_email: quoteBlockWords.no_email,
  quote_block_no_consent: quoteBlockWords.no_consent,
  quote_block_unsubscribed: quoteBlockWords.unsubscribed,
  quote_block_held: quoteBlockWords.held,
  quote_block_case_open: quoteBlockWords.case_open,
} satisfies Record<string, Word>
