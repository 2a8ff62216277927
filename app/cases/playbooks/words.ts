import type { Word } from '#app/platform/words.ts'

export const playbookWords = {
  title: { en: 'Playbooks', ja: '対応手順' },
  lead: {
    en: 'Steps for cases of one reason. The one that fits best is put on a case when it opens; others can be added by hand.',
    ja: '理由ごとの対応手順です。フォローアップの開始時に最も合うものが自動で追加され、ほかの手順も手動で追加できます。',
  },
  add: { en: 'New playbook', ja: '手順を作成' },
  editTitle: { en: 'Edit the playbook', ja: '手順を編集' },
  name: { en: 'Name', ja: '名称' },
  steps: { en: 'Steps', ja: '手順' },
  stepsHint: {
    en: 'One step a line, in order; at most 20. Cases that have them already keep theirs.',
    ja: '1 行に 1 つ、順番に書いてください（20 件まで）。すでに追加されたフォローアップの手順は変わりません。',
  },
  stepCount: { en: '{n, plural, one {# step} other {# steps}}', ja: '{n} 件' },
  when: { en: 'For which cases', ja: '対象' },
  whenHint: {
    en: 'Within one list one is enough; all lists together must fit. Nothing chosen: every case. A topic counts more than severity, severity more than the metric.',
    ja: '同じ項目内ではいずれか一つ、異なる項目はすべてを満たすものが対象です。何も選ばなければすべてが対象です。トピック、重要度、指標の順に優先されます。',
  },
  topics: { en: 'Topic', ja: 'トピック' },
  severities: { en: 'Severity', ja: '重要度' },
  metrics: { en: 'Metric', ja: '指標' },
  every: { en: 'Every case', ja: 'すべてのフォローアップ' },
  empty: { en: 'No playbook yet', ja: '手順はまだありません' },
  emptyText: {
    en: 'Write down what should happen when, say, the support was slow: who is told, what is checked, what the customer hears.',
    ja: '例えばサポートへの不満があったとき、誰に知らせ、何を確認し、お客様に何を伝えるかを書いておきます。',
  },
  archive: { en: 'Archive', ja: 'アーカイブ' },
  archiveOf: { en: 'Archive: {name}', ja: 'アーカイブ：{name}' },
  restore: { en: 'Bring back', ja: '復元' },
  restoreOf: { en: 'Bring back: {name}', ja: '復元：{name}' },
  archived: { en: 'Archived', ja: 'アーカイブ済み' },
  saidAdded: { en: 'The playbook is there: {name}', ja: '手順を作成しました：{name}' },
  saidEdited: { en: 'The playbook is changed: {name}', ja: '手順を変更しました：{name}' },
  saidArchived: { en: 'Archived: {name}', ja: 'アーカイブしました：{name}' },
  saidRestored: { en: 'Brought back: {name}', ja: '復元しました：{name}' },
} satisfies Record<string, Word>

/** On the page of a case. */
export const taskWords = {
  title: { en: 'Checklist', ja: 'チェックリスト' },
  progress: { en: '{done} of {all} done', ja: '{all} 件中 {done} 件完了' },
  none: { en: 'Nothing on it yet.', ja: 'まだ何もありません。' },
  doIt: { en: 'Done: {task}', ja: '完了にする：{task}' },
  undoIt: { en: 'Not done after all: {task}', ja: '未完了に戻す：{task}' },
  remove: { en: 'Take off: {task}', ja: '外す：{task}' },
  own: { en: 'Own step', ja: '手順を追加' },
  attach: { en: 'Playbook', ja: '対応手順' },
  attachIt: { en: 'Put on', ja: '追加' },
  leavingOpen: {
    en: '{n, plural, one {Resolve with # step open} other {Resolve with # steps open}}',
    ja: '{n} 件の手順が未完了のまま解決済みにする',
  },
  saidDone: { en: 'Done: {task}', ja: '完了にしました：{task}' },
  saidUndone: { en: 'Open again: {task}', ja: '未完了に戻しました：{task}' },
  saidRemoved: { en: 'Taken off: {task}', ja: '外しました：{task}' },
  saidRestored: { en: 'On the list again: {task}', ja: '戻しました：{task}' },
  saidAdded: { en: 'The step is on the list.', ja: '手順を追加しました。' },
  saidAttached: {
    en: '{n, plural, one {# step is} other {# steps are}} on the list.',
    ja: '{n} 件の手順を追加しました。',
  },
} satisfies Record<string, Word>

/** What the timeline says; `{task}` is a step or a playbook. */
export const taskEventWords: Record<string, Word> = {
  'cases.playbook_attached': {
    en: '{actor} put a playbook on the case: {task}',
    ja: '{actor} が対応手順を追加：{task}',
  },
  'cases.task_added': { en: '{actor} added a step: {task}', ja: '{actor} が手順を追加：{task}' },
  'cases.task_done': { en: '{actor} did: {task}', ja: '{actor} が完了：{task}' },
  'cases.task_undone': { en: '{actor} opened a step again: {task}', ja: '{actor} が未完了に変更：{task}' },
  'cases.task_removed': { en: '{actor} took a step off: {task}', ja: '{actor} が手順を除外：{task}' },
  'cases.task_restored': { en: '{actor} brought a step back: {task}', ja: '{actor} が手順を復元：{task}' },
}

export const playbookErrors = {
  too_many_playbooks: {
    en: 'There are 100 playbooks already. Archive one first.',
    ja: '手順が上限（100 件）に達しています。先に不要なものをアーカイブしてください。',
  },
  too_many_tasks: {
    en: 'There are 100 steps on this case already.',
    ja: 'このフォローアップの手順が上限（100 件）に達しています。',
  },
  tasks_open: {
    en: '{n, plural, one {# step of the checklist is} other {# steps of the checklist are}} open. Do them, or say that you resolve without.',
    ja: 'チェックリストに未完了の手順が {n} 件あります。完了にするか、未完了のまま解決済みにすることを選択してください。',
  },
} satisfies Record<string, Word>
