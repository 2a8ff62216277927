import type { Word } from '#app/platform/words.ts'

const w = (en: string, ja: string): Word => ({ en, ja })

/** What happens around cases beside their own course: rules, templates, playbooks. */
export const caseEventWords: Record<string, Word> = {
  'cases.rule_added': w('Added a routing rule', '割り当てルールを追加'),
  'cases.rule_edited': w('Edited a routing rule', '割り当てルールを変更'),
  'cases.rule_removed': w('Deleted a routing rule', '割り当てルールを削除'),
  'cases.rule_moved': w('Changed the order of routing rules', '割り当てルールの順番を変更'),
  'cases.rule_switched': w('Switched a routing rule', '割り当てルールの有効・停止を変更'),
  'cases.rota_joined': w('Put somebody on the rota', '当番にメンバーを追加'),
  'cases.rota_left': w('Took somebody off the rota', '当番からメンバーを除外'),
  'cases.template_added': w('Made a reply template', '返信テンプレートを作成'),
  'cases.template_edited': w('Changed a reply template', '返信テンプレートを変更'),
  'cases.template_archived': w('Archived a reply template', '返信テンプレートをアーカイブ'),
  'cases.template_restored': w('Brought a reply template back', '返信テンプレートを復元'),
  'cases.files_added': w('Put files on a case', 'フォローアップにファイルを追加'),
  'cases.file_removed': w('Deleted a file of a case', 'フォローアップのファイルを削除'),
  'cases.playbook_added': w('Made a playbook', '対応手順を作成'),
  'cases.playbook_edited': w('Changed a playbook', '対応手順を変更'),
  'cases.playbook_archived': w('Archived a playbook', '対応手順をアーカイブ'),
  'cases.playbook_restored': w('Brought a playbook back', '対応手順を復元'),
  'cases.playbook_attached': w('Put a playbook on a case', 'フォローアップに対応手順を追加'),
  'cases.task_added': w('Added a step to a case', 'フォローアップに手順を追加'),
  'cases.task_done': w('Did a step of a case', 'フォローアップの手順を完了'),
  'cases.task_undone': w('Opened a step of a case again', 'フォローアップの手順を未完了に変更'),
  'cases.task_removed': w('Took a step off a case', 'フォローアップの手順を除外'),
  'cases.task_restored': w('Brought a step of a case back', 'フォローアップの手順を復元'),
}

export const caseSubjectWords: Record<string, Word> = {
  routing_rule: w('Routing rule', '割り当てルール'),
  playbook: w('Playbook', '対応手順'),
  reply_template: w('Reply template', '返信テンプレート'),
}
