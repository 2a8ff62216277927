import type { Word } from '#app/platform/words.ts'

export const absenceWords = {
  title: { en: 'Absences', ja: '不在予定' },
  titleOf: { en: 'Absences of {name}', ja: '{name} の不在予定' },
  lead: {
    en: 'While somebody is away, new cases of their customers go to the stand-in. Open ones stay theirs, and the stand-in sees them among their own and can work them.',
    ja: '不在の間、担当する取引先の新しいフォローアップは代理の方に割り当てられます。対応中のものは本人の担当のまま、代理の方の一覧にも表示され、対応できます。',
  },
  none: { en: 'No absence planned', ja: '不在の予定はありません' },
  noneBody: {
    en: 'Holidays, parental leave, a long trip: say who answers your customers meanwhile.',
    ja: '休暇や出張などの際に、お客様への対応を引き受ける方を決めておけます。',
  },
  plan: { en: 'Plan absences', ja: '不在予定を登録' },
  add: { en: 'Add an absence', ja: '不在予定を追加' },
  from: { en: 'First day', ja: '開始日' },
  to: { en: 'Last day', ja: '終了日' },
  standIn: { en: 'Stand-in', ja: '代理' },
  standInHint: {
    en: 'Without one, new cases go by the routing rules.',
    ja: '指定しない場合、新しいフォローアップは割り当てルールに従います。',
  },
  nobody: { en: 'Nobody', ja: 'なし' },
  span: { en: '{from} to {to}', ja: '{from}〜{to}' },
  withStandIn: { en: '{name} stands in', ja: '代理：{name}' },
  withNobody: { en: 'Nobody stands in', ja: '代理なし' },
  standInLeft: {
    en: '{name} has left, so nobody stands in',
    ja: '代理の {name} のアカウントは無効のため、代理がいません',
  },
  now: { en: 'Away now', ja: '不在中' },
  removeOf: { en: 'Remove the absence from {from}', ja: '{from} からの不在予定を削除' },
  added: { en: 'The absence is planned.', ja: '不在予定を登録しました。' },
  removed: { en: 'The absence is removed.', ja: '不在予定を削除しました。' },
} satisfies Record<string, Word>

export const absenceErrors = {
  absence_ends: { en: 'The last day is before the first.', ja: '終了日が開始日より前になっています。' },
  absence_over: { en: 'These days are over already.', ja: 'すでに過ぎた日付です。' },
  absence_long: { en: 'An absence lasts 400 days at most.', ja: '不在の期間は 400 日以内で入力してください。' },
  absence_overlaps: {
    en: 'There is another absence in these days. Remove it first.',
    ja: '同じ期間に別の不在予定があります。先に削除してください。',
  },
  stand_in_self: { en: 'Nobody can stand in for themselves.', ja: '本人を代理に指定することはできません。' },
  stand_in_away: { en: 'That colleague is away the whole time.', ja: 'その方も期間中ずっと不在です。' },
  stand_in_circle: {
    en: 'That colleague is away too on one of these days, and their stand-in leads back here.',
    ja: 'その方も期間中に不在の日があり、その代理をたどると本人に戻ります。',
  },
  stand_in_role: {
    en: 'That colleague does not work cases.',
    ja: 'その方にはフォローアップに対応する権限がありません。',
  },
} satisfies Record<string, Word>
