import type { Word } from '#app/platform/words.ts'
import type { RouteTarget, RouteWhen } from '#db/enums/cases.ts'
import type { Why } from '#app/cases/routing/why-owner.server.ts'

export const routingWords = {
  title: { en: 'Routing', ja: '割り当てルール' },
  lead: {
    en: 'A new case goes to the owner of the account, or their stand-in. Where there is none, the first rule that fits decides, then the rota, then leads and admins. A case is never without an owner.',
    ja: '新しいフォローアップは取引先の担当者（不在時は代理）に割り当てられます。いない場合は、最初に当てはまるルール、当番、リード・管理者の順に決まり、担当者不在にはなりません。',
  },
  rules: { en: 'Rules, in order', ja: 'ルール（上から順に適用）' },
  addRule: { en: 'Add a rule', ja: 'ルールを追加' },
  editRule: { en: 'Edit the rule', ja: 'ルールを編集' },
  off: { en: 'Off', ja: '停止中' },
  switchOn: { en: 'Switch on', ja: '有効にする' },
  switchOff: { en: 'Switch off', ja: '停止する' },
  up: { en: 'Move rule {n} up', ja: 'ルール {n} を上へ' },
  down: { en: 'Move rule {n} down', ja: 'ルール {n} を下へ' },
  onRule: { en: '{verb}: rule {n}', ja: '{verb}：ルール {n}' },
  beforeOwner: { en: 'Before the owner', ja: '担当者より優先' },
  targetGone: {
    en: 'Nobody is behind it any more, so it is passed over',
    ja: '割り当て先がなくなったため、適用されません',
  },
  removeTitle: { en: 'Delete this rule?', ja: 'このルールを削除しますか？' },
  removeBody: {
    en: 'Cases that were given by it stay where they are. New ones go by the rules that are left.',
    ja: 'このルールで割り当て済みのフォローアップはそのまま残ります。新しいものは残りのルールに従います。',
  },
  any: { en: 'Every case', ja: 'すべてのフォローアップ' },
  conditions: { en: 'Which cases', ja: '対象' },
  conditionsHint: {
    en: 'Within one list one is enough; all lists together must fit. A list with nothing chosen asks for nothing.',
    ja: '同じ項目内ではいずれか一つ、異なる項目はすべてを満たすものが対象です。選択のない項目は条件になりません。',
  },
  aboutOwner: { en: 'The customer complains about their contact person', ja: 'お客様が担当者への不満を述べている' },
  aboutOwnerHint: {
    en: 'Found by words in English and Japanese. Kept small: what it misses goes to the owner as before. A rule with this comes before the owner, who never gets what it takes.',
    ja: '日本語と英語の語句で判定します。判定されなかったものは、通常どおり担当者に割り当てられます。この条件を含むルールは担当者より優先され、当てはまるものは本人には割り当てられません。',
  },
  who: { en: 'Who gets them', ja: '割り当て先' },
  person: { en: 'Colleague', ja: 'メンバー' },
  team: { en: 'Team', ja: 'チーム' },
  rota: { en: 'Rota', ja: '当番' },
  rotaLead: {
    en: 'What no owner and no rule takes is shared here: whoever is there and has the fewest open cases is next.',
    ja: '担当者もルールもないものは、ここにいるメンバーのうち、不在でなく対応中の件数が最も少ない人に割り当てられます。',
  },
  rotaEmpty: { en: 'Nobody is on the rota', ja: '当番のメンバーはいません' },
  rotaEmptyBody: {
    en: 'Cases without an owner go to leads, then to admins.',
    ja: '担当者のいないものはリード、管理者の順に割り当てられます。',
  },
  rotaAdd: { en: 'Put on the rota', ja: '当番に追加' },
  rotaRemove: { en: 'Take off', ja: '外す' },
  rotaRemoveOf: { en: 'Take off: {name}', ja: '外す：{name}' },
  openCases: {
    en: '{n, plural, one {# open case} other {# open cases}}',
    ja: '対応中 {n} 件',
  },
  enoughCases: { en: '{n} open cases or more', ja: '対応中 {n} 件以上' },
  awayNow: { en: 'Away', ja: '不在' },
  awayFor: { en: 'Away; {name} stands in', ja: '不在（代理：{name}）' },
  unable: { en: 'Works no cases any more', ja: '対応する権限がなくなりました' },
  tryOut: { en: 'Who would get it?', ja: '誰に割り当てられるか試す' },
  tryHint: {
    en: 'Type an account, or say what kind of account it would be. Nothing is changed.',
    ja: '取引先名、または取引先の条件を指定してください。何も変更されません。',
  },
  tryIt: { en: 'Try', ja: '試す' },
  wouldGet: { en: '{name} would get it.', ja: '{name} に割り当てられます。' },
  nobodyCould: { en: 'Nobody active could take it.', ja: '割り当てられる有効なメンバーがいません。' },
  unknownAccount: {
    en: 'There is no account of that name, so this holds for one without an owner.',
    ja: 'その名前の取引先はないため、担当者のいない取引先として判定しました。',
  },
  saidAdded: { en: 'The rule is added.', ja: 'ルールを追加しました。' },
  saidEdited: { en: 'The rule is changed.', ja: 'ルールを変更しました。' },
  saidRemoved: { en: 'The rule is deleted.', ja: 'ルールを削除しました。' },
  saidMoved: { en: 'The order is changed.', ja: '順番を変更しました。' },
  saidOn: { en: 'The rule is on.', ja: 'ルールを有効にしました。' },
  saidOff: { en: 'The rule is off.', ja: 'ルールを停止しました。' },
  saidJoined: { en: '{name} is on the rota.', ja: '{name} を当番に追加しました。' },
  saidLeft: { en: '{name} is off the rota.', ja: '{name} を当番から外しました。' },
} satisfies Record<string, Word>

export const targetWords: Record<RouteTarget, Word> = {
  lead: { en: 'The lead of the owner’s team', ja: '担当者のチームのリード' },
  user: { en: 'A colleague', ja: 'メンバー' },
  team: { en: 'Whoever of a team has the fewest cases', ja: 'チーム内で件数が最も少ないメンバー' },
  rota: { en: 'The rota', ja: '当番' },
}

/** Where a rule sends a case, within a sentence. */
export const targetNamed: Record<RouteTarget, Word> = {
  lead: targetWords.lead,
  user: { en: '{name}', ja: '{name}' },
  team: { en: 'team {name}', ja: 'チーム {name}' },
  rota: targetWords.rota,
}

export const conditionWords: Record<Exclude<keyof RouteWhen, 'aboutOwner'>, Word> = {
  tiers: { en: 'Tier', ja: 'ランク' },
  regions: { en: 'Region', ja: '地域' },
  industries: { en: 'Industry', ja: '業種' },
  languages: { en: 'Language', ja: '言語' },
  topicIds: { en: 'Topic', ja: 'トピック' },
  severities: { en: 'Severity', ja: '重要度' },
}

/** Why somebody has a case; `{name}` is the other person, `{rule}` the rule in words. */
export const whyWords: Record<Why['kind'], Word> = {
  owner: { en: 'owns the account', ja: '取引先の担当者' },
  stand_in: { en: 'stands in for {name}', ja: '{name} の代理' },
  rule: { en: 'by the rule “{rule}”', ja: 'ルール「{rule}」による' },
  rota: { en: 'by the rota: fewest open cases', ja: '当番（対応中の件数が最も少ないため）' },
  fallback: { en: 'as lead or admin, since nobody else was there', ja: '他に該当者がいないため（リード・管理者）' },
  about_owner: { en: 'since the customer complains about {name}', ja: 'お客様が {name} への不満を述べているため' },
  kept_from: { en: 'since the customer keeps an answer from {name}', ja: 'お客様が {name} への共有を希望されないため' },
  given: { en: 'given by {name}', ja: '{name} による割り当て' },
  took: { en: 'took it', ja: '本人が着手' },
}
/** One condition of a rule; and the reason, behind the name of who has a case. */
export const oneCondition: Word = { en: '{name}: {values}', ja: '{name}：{values}' }
export const behindName: Word = { en: ' ({why})', ja: '（{why}）' }
export const goneRule: Word = { en: 'deleted since', ja: '削除済み' }
export const sinceWords: Record<NonNullable<Why['since']>, Word> = {
  user_ended: { en: 'after a colleague left', ja: '前の担当者のアカウント無効化に伴い変更' },
  account_moved: { en: 'after the account changed hands', ja: '取引先の担当変更に伴い変更' },
}

export const routingErrors = {
  route_user: {
    en: 'Choose an active colleague who works cases.',
    ja: 'フォローアップを担当できる有効なメンバーを選んでください。',
  },
  route_team: { en: 'Choose a team.', ja: 'チームを選んでください。' },
  too_many_rules: {
    en: 'There are 50 rules already. Delete one first.',
    ja: 'ルールが上限（50 件）に達しています。先に不要なものを削除してください。',
  },
  rule_stays: {
    en: 'This rule can only be switched off.',
    ja: 'このルールは削除できません。停止することはできます。',
  },
} satisfies Record<string, Word>
