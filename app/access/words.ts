import { absenceErrors } from '#app/access/absences/absence-words.ts'
import { calendarErrors } from '#app/access/calendar-words.ts'
import type { Word } from '#app/platform/words.ts'
import type { Role } from '#db/enums/access.ts'

export const accessErrors = {
  ...absenceErrors,
  ...calendarErrors,
  too_many_views: {
    en: 'You have 50 saved views of this list. Delete one first.',
    ja: 'この一覧の保存済みビューが上限（50 件）に達しています。先に不要なものを削除してください。',
  },
  sign_in_failed: {
    en: 'That address and password do not fit together. Check both, or ask for a new password.',
    ja: 'メールアドレスまたはパスワードが正しくありません。ご確認のうえ、必要に応じてパスワードを再設定してください。',
  },
  link_over: {
    en: 'This link can no longer be used: it is too old, was used already, or was replaced by a newer one.',
    ja: 'このリンクは使用できません。期限切れ、使用済み、または新しいリンクに置き換えられています。',
  },
  set_up_already: {
    en: 'Koe is set up already. Ask the admin to invite you.',
    ja: 'Koe の初期設定は完了しています。管理者に招待をご依頼ください。',
  },
  password_short: {
    en: 'Use at least 12 characters. A few words with spaces work well.',
    ja: '12 文字以上で入力してください。いくつかの単語を空白でつなぐ方法がおすすめです。',
  },
  password_long: { en: 'Use at most 200 characters.', ja: '200 文字以内で入力してください。' },
  password_common: {
    en: 'Many people use this password, so it is guessed first. Choose another.',
    ja: 'よく使われる、推測されやすいパスワードです。別のものを入力してください。',
  },
  password_is_email: {
    en: 'The password is your address. Choose another.',
    ja: 'メールアドレスはパスワードに使えません。別のものを入力してください。',
  },
  password_wrong: { en: 'This is not your current password.', ja: '現在のパスワードが正しくありません。' },
  changed_meanwhile: {
    en: 'It was changed elsewhere in the meantime. Please try again.',
    ja: '別の場所で変更されました。もう一度お試しください。',
  },
  user_exists: { en: 'Somebody here has this address already.', ja: 'このメールアドレスはすでに登録されています。' },
  not_invited: {
    en: 'There is no open invitation: it was accepted or taken back.',
    ja: '有効な招待がありません。承諾済みか、取り消されています。',
  },
  not_yourself: {
    en: 'You cannot end your own access. Ask another admin.',
    ja: '自分自身を無効にすることはできません。別の管理者にご依頼ください。',
  },
  not_active: { en: 'This person is not active.', ja: 'このユーザーは有効ではありません。' },
  not_ended: {
    en: 'This person is active already, or was never here.',
    ja: 'このユーザーはすでに有効か、一度も参加していません。',
  },
  last_admin: {
    en: 'Somebody has to be admin. Make another person admin first.',
    ja: '管理者が 1 人以上必要です。先に別の人を管理者にしてください。',
  },
  team_exists: { en: 'There is a team of this name already.', ja: '同じ名前のチームがあります。' },
  team_not_empty: {
    en: 'People are in this team. Move them first.',
    ja: 'このチームにはメンバーがいます。先に移動してください。',
  },
  hours_none: { en: 'Leave at least one day open.', ja: '1 日以上は選択してください。' },
  hours_end_before: { en: 'This day ends before it begins.', ja: '終了時刻は開始時刻より後にしてください。' },
  logo_not_image: {
    en: 'A logo is a PNG, JPEG or WebP image.',
    ja: 'ロゴは PNG、JPEG、WebP のいずれかの画像にしてください。',
  },
  logo_too_large: { en: 'A logo is at most 200 KB.', ja: 'ロゴは 200 KB 以内にしてください。' },
  key_revoked: { en: 'This key was revoked already.', ja: 'このキーはすでに無効です。' },
} satisfies Record<string, Word>

export const roleWords: Record<Role, Word> = {
  admin: { en: 'Admin', ja: '管理者' },
  lead: { en: 'Lead', ja: 'リーダー' },
  csm: { en: 'CSM', ja: 'カスタマーサクセス' },
  marketer: { en: 'Marketer', ja: 'マーケター' },
  viewer: { en: 'Viewer', ja: '閲覧者' },
}

export const roleHints: Record<Role, Word> = {
  admin: { en: 'Everything, settings and people included', ja: '設定とユーザー管理を含むすべての操作' },
  lead: {
    en: 'Numbers, programs and launches; the cases of the team',
    ja: '数値・調査・配信と、チームのフォローアップ',
  },
  csm: { en: 'Own accounts and cases', ja: '担当する取引先とフォローアップ' },
  marketer: {
    en: 'Programs and advocates; unhappy comments without names',
    ja: '調査とアンバサダー。不満のコメントは匿名で表示',
  },
  viewer: { en: 'Numbers, and comments without names', ja: '数値と、匿名のコメント' },
}

export const stateWords = {
  invited: { en: 'Invited', ja: '招待中' },
  active: { en: 'Active', ja: '有効' },
  ended: { en: 'Ended', ja: '無効' },
} satisfies Record<string, Word>

export const enterWords = {
  signInTitle: { en: 'Sign in', ja: 'サインイン' },
  signIn: { en: 'Sign in', ja: 'サインイン' },
  email: { en: 'E-mail', ja: 'メールアドレス' },
  password: { en: 'Password', ja: 'パスワード' },
  newPassword: { en: 'New password', ja: '新しいパスワード' },
  passwordHint: {
    en: 'At least 12 characters. A few words with spaces work well.',
    ja: '12 文字以上。いくつかの単語を空白でつなぐ方法がおすすめです。',
  },
  showPassword: { en: 'Show', ja: '表示' },
  hidePassword: { en: 'Hide', ja: '隠す' },
  forgotten: { en: 'Forgotten your password?', ja: 'パスワードをお忘れですか？' },
  notSetUp: {
    en: 'Nobody can sign in yet. The link that makes the first admin stands in the console where Koe was started.',
    ja: 'まだ誰も登録されていません。最初の管理者を作成するリンクは、Koe を起動したコンソールに表示されています。',
  },
  forgottenTitle: { en: 'Forgotten password', ja: 'パスワードの再設定' },
  forgottenLead: {
    en: 'We send a link for a new password to your address. It works once, for one hour.',
    ja: '再設定用のリンクをメールでお送りします。リンクは 1 時間以内に 1 回だけ使えます。',
  },
  sendLink: { en: 'Send the link', ja: 'リンクを送信' },
  sentTitle: { en: 'Look into your inbox', ja: 'メールをご確認ください' },
  sentBody: {
    en: 'If somebody here has this address, a link is on its way to it. It can take a minute.',
    ja: 'このメールアドレスが登録されていれば、リンクをお送りしました。届くまで 1 分ほどかかる場合があります。',
  },
  backToSignIn: { en: 'Back to sign-in', ja: 'サインインに戻る' },
  resetTitle: { en: 'Choose a new password', ja: '新しいパスワードの設定' },
  resetLead: {
    en: 'For {email}. You will be signed out everywhere else.',
    ja: '{email} のパスワードです。ほかの端末ではサインアウトされます。',
  },
  resetSave: { en: 'Save and sign in', ja: '保存してサインイン' },
  inviteTitle: { en: 'Welcome to {organisation}', ja: '{organisation} へようこそ' },
  inviteLead: {
    en: 'You were invited as {email}. Choose the name your colleagues see, and a password.',
    ja: '{email} 宛てに招待されています。同僚に表示される名前とパスワードを設定してください。',
  },
  inviteAccept: { en: 'Join', ja: '参加する' },
  yourName: { en: 'Your name', ja: 'お名前' },
  firstTitle: { en: 'Set up Koe', ja: 'Koe の初期設定' },
  firstLead: {
    en: 'You are the first here: you become the admin, and invite the others.',
    ja: '最初の管理者を作成します。ほかのメンバーは後から招待できます。',
  },
  organisation: { en: 'Name of your organisation', ja: '組織名' },
  organisationHint: {
    en: 'Customers read it in mail and on answer pages.',
    ja: 'メールと回答ページでお客様に表示されます。',
  },
  language: { en: 'Language', ja: '言語' },
  zone: { en: 'Time zone', ja: 'タイムゾーン' },
  zoneHint: {
    en: 'Days and months of all numbers are those of this zone.',
    ja: 'すべての数値は、このタイムゾーンの日付で集計されます。',
  },
  firstCreate: { en: 'Create and sign in', ja: '作成してサインイン' },
  noLinkTitle: { en: 'The link is missing', ja: 'リンクがありません' },
  noLinkBody: {
    en: 'Open the whole link from the console where Koe was started. Each start makes a new one.',
    ja: 'Koe を起動したコンソールに表示されたリンクをそのまま開いてください。リンクは起動のたびに新しくなります。',
  },
} satisfies Record<string, Word>
