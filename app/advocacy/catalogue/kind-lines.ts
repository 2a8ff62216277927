import type { Word } from '#app/platform/words.ts'
import type { AskKind } from '#db/enums/advocacy.ts'

/** What each kind of ask is, in one line. */
export const askKindLines: Record<AskKind, Word> = {
  referral: {
    en: 'The customer names somebody whom we could help as well.',
    ja: 'お役に立てそうな方を、お客様からご紹介いただきます。',
  },
  reference: {
    en: 'The customer talks with a company that is thinking of buying.',
    ja: '導入を検討中の企業と、お電話でお話しいただきます。',
  },
  review: {
    en: 'The customer writes on a public review site, in their own words.',
    ja: '公開のレビューサイトに、ご自身の言葉で感想をお書きいただきます。',
  },
  quote: {
    en: 'We publish what the customer said, with their name, once they approved it.',
    ja: 'いただいたお言葉を、ご確認のうえ実名で掲載します。',
  },
  case_study: {
    en: 'We interview the customer and publish their story; the company agrees as well.',
    ja: 'お客様を取材し、会社の承認も得て事例として公開します。',
  },
  event: {
    en: 'The customer speaks at an event or a user group.',
    ja: 'イベントやユーザー会でお話しいただきます。',
  },
  advisory_board: {
    en: 'The customer tells us regularly whether we are going the right way.',
    ja: '今後の方向性について、定期的にご意見を伺います。',
  },
  ambassador: {
    en: 'The customer stands by us for longer and does us a favour now and then.',
    ja: '継続的に応援いただき、ときどきご協力をお願いします。',
  },
}
