import type { Word } from '#app/platform/words.ts'

const w = (en: string, ja: string): Word => ({ en, ja })

/** What happened to rewards, gift codes and those who get them. */
export const rewardEventWords: Record<string, Word> = {
  'advocacy.reward_earned': w('Reward earned', '特典を獲得'),
  'advocacy.reward_barred': w('Reward withheld: may not accept gifts', '特典を保留（受け取り不可）'),
  'advocacy.reward_approved': w('Approved a reward', '特典を承認'),
  'advocacy.reward_unapproved': w('Took back the approval of a reward', '特典の承認を取り消し'),
  'advocacy.reward_issued': w('Issued a reward', '特典を発行'),
  'advocacy.reward_cancelled': w('Reward cancelled', '特典を取り消し'),
  'advocacy.reward_restored': w('Brought a reward back', '特典を元に戻す'),
  'advocacy.reward_rule_changed': w('Changed what an act earns', '特典のルールを変更'),
  'advocacy.reward_settings_changed': w('Changed tiers or mails of thanks', 'ランク・お礼メールを変更'),
  'advocacy.gift_list_made': w('Made a list of gift codes', 'ギフトコードのリストを作成'),
  'advocacy.gift_codes_added': w('Added gift codes', 'ギフトコードを登録'),
  'advocacy.gifts_barred': w('Marked as not allowed to accept gifts', '贈り物の受け取り不可を設定'),
  'advocacy.gifts_allowed': w('Allowed gifts again', '贈り物の受け取り不可を解除'),
  'advocacy.tier_reached': w('Reached a tier', 'ランクに到達'),
  'advocacy.anniversary': w('Anniversary of an advocate', 'アンバサダーの記念日'),
}
